using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Names that Mermaid can read: a state with a blank, a colon or a hyphen in its name is drawn under an alias.</summary>
internal sealed class MermaidAliases
{
    private readonly OrderedDictionary<string, string> _aliases = [];

    public MermaidAliases(IReadOnlyCollection<StateInfo> states)
    {
        HashSet<string> taken = [.. states.Select(state => state.ToString())];
        foreach (var name in states.Select(state => state.ToString()))
        {
            var readable = string.Concat(name.Where(sign => !char.IsWhiteSpace(sign) && sign is not (':' or '-')));
            if (readable == name)
                continue;

            var alias = readable;
            for (var count = 1; !taken.Add(alias); count++)
                alias = $"{readable}_{count}";

            _aliases.Add(name, alias);
        }
    }

    public IEnumerable<string> Lines => _aliases.Select(entry => $"\t{entry.Value} : {entry.Key}");

    public string Of(string name) => _aliases.GetValueOrDefault(name, name);

    public string Of(StateInfo state) => Of(state.ToString());
}
