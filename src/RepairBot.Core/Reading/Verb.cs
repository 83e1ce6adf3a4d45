namespace RepairBot.Core.Reading;

internal enum VerbForm
{
    Any,
    Plain,
    Third,
    Ing,
    Past,
    Participle,
}

/// <summary>The forms of one verb.</summary>
internal sealed class Verb
{
    private readonly Dictionary<VerbForm, string[]> _forms;

    private Verb(string plain, string[] third, string[] ing, string[] past, string[] participle) =>
        _forms = new()
        {
            [VerbForm.Plain] = [plain],
            [VerbForm.Third] = third,
            [VerbForm.Ing] = ing,
            [VerbForm.Past] = past,
            [VerbForm.Participle] = participle,
            [VerbForm.Any] = [plain, .. third, .. ing, .. past, .. participle],
        };

    public IReadOnlyList<string> this[VerbForm form] => _forms[form];

    /// <summary>A verb of a list, "leave left left": plain, past, participle; a form may have variants ("got|gotten").</summary>
    public static Verb Irregular(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3
            ? new Verb(parts[0], Third(parts[0]), Ing(parts[0]), parts[1].Split('|'), parts[2].Split('|'))
            : throw new FormatException($"Verb '{line}' needs three forms: plain, past, participle.");
    }

    /// <summary>A verb that goes by the rules of English spelling.</summary>
    public static Verb Regular(string plain)
    {
        var past = plain switch
        {
            [.., 'e'] => [plain + "d"],
            [.., var c, 'y'] when !IsVowel(c) => [plain[..^1] + "ied"],
            _ => Doubled(plain, "ed"),
        };
        return new Verb(plain, Third(plain), Ing(plain), past, past);
    }

    private static string[] Third(string plain) => plain switch
    {
        [.., 's' or 'x' or 'z' or 'o'] or [.., 'c' or 's', 'h'] => [plain + "es"],
        [.., var c, 'y'] when !IsVowel(c) => [plain[..^1] + "ies"],
        _ => [plain + "s"],
    };

    private static string[] Ing(string plain) => plain switch
    {
        [.., 'i', 'e'] => [plain[..^2] + "ying"],
        [.., 'e', 'e'] or [.., 'y', 'e'] => [plain + "ing"],
        [.., 'e'] => [plain[..^1] + "ing"],
        _ => Doubled(plain, "ing"),
    };

    // "snap" doubles its last letter and "visit" does not; both spellings are taken as known.
    private static string[] Doubled(string plain, string ending) => plain switch
    {
        [.., var a, var b, var c] when !IsVowel(c) && c is not ('w' or 'x' or 'y') && IsVowel(b) && !IsVowel(a) =>
            [plain + ending, plain + c + ending],
        _ => [plain + ending],
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
