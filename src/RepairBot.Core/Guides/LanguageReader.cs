using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RepairBot.Core.Repairs;

namespace RepairBot.Core.Guides;

/// <summary>Reads all files of one language. Every problem is noted before anything is given up.</summary>
internal sealed partial class LanguageReader
{
    private readonly LanguageFolder folder;
    private readonly List<GuideProblem> problems;
    private readonly Dictionary<string, Section> files = [];
    private readonly Dictionary<Step, StepWords> steps = [];
    private readonly Dictionary<string, ExtraQuestion> extras = [];

    private LanguageReader(LanguageFolder folder) => (this.folder, problems) = (folder, [.. folder.Problems]);

    /// <summary>The guide, null where there is an error; and everything there is to say about it.</summary>
    public static (Guide? Guide, ImmutableArray<GuideProblem> Problems) Read(LanguageFolder folder)
    {
        var reader = new LanguageReader(folder);
        reader.Open();
        var common = reader.files.TryGetValue(CommonWords.File, out var file) ? CommonWords.Read(file, folder.Language) : null;
        reader.ReadSteps(common);
        return reader.problems.Exists(problem => problem.Severity == GuideSeverity.Error) || common is null
            ? (null, [.. reader.problems])
            : (new Guide(folder.Language, common, reader.steps, [.. reader.extras.Values]), [.. reader.problems]);
    }

    private void Open()
    {
        if (!LanguageTag().IsMatch(folder.Language))
        {
            new FileLog(folder.Language, problems).Error(0, "The folder's name is no language tag, such as `en` or `es-419`. Rename it.");
        }

        string[] due = [CommonWords.File, .. StepFiles.All];
        foreach (var name in folder.Files.Keys.Except(due))
        {
            var written = Path.GetFileName(Log(name).File);
            Log(name).Error(0, $"The file is none of a guide's.{Nearest.Hint(written, [.. due.Select(one => one + ".yaml")])}");
        }

        foreach (var name in due)
        {
            if (folder.Files.TryGetValue(name, out var text))
            {
                if (GuideYaml.Read(text, Log(name)) is { } map)
                {
                    files[name] = Section.Of(map, new TextCheck(Log(name), English));
                }
            }
            else if (!problems.Exists(problem => problem.File == Log(name).File))
            {
                Log(name).Error(0, "The file is missing.");
            }
        }
    }

    private void ReadSteps(CommonWords? common)
    {
        // Where the list of feelings could not be read, that alone is the problem.
        var feelings = (common?.Feelings.SelectMany(group => group.Words) ?? Steps.Feelings).ToFrozenSet();
        foreach (var name in StepFiles.All.Where(files.ContainsKey))
        {
            ReadFile(name, files[name], feelings);
        }

        foreach (var step in StepFiles.Worded.Where(step => !steps.ContainsKey(step)))
        {
            if (files.TryGetValue(StepFiles.Of(step), out var file))
            {
                file.Log.Error(file.Take("steps")?.Line ?? file.Line, $"`steps.{Steps.NameOf(step)}` is missing.");
            }
        }
    }

    private void ReadFile(string name, Section file, FrozenSet<string> feelings)
    {
        var section = file.Child("steps");
        foreach (var entry in section.TakeAll())
        {
            if (StepOf(name, section, entry) is { } step)
            {
                var words = Section.Of(entry.Value, entry.Line, section.PathTo(entry.Key), section.Check);
                steps[step] = StepReader.Read(words, step, feelings);
            }
        }

        foreach (var (question, line) in ExtraReader.Read(file))
        {
            if (!extras.TryAdd(question.Id, question) && question.Id.Length > 0)
            {
                file.Log.Error(line, $"The extra question `{question.Id}` stands in this guide already. Give this one another id.");
            }
        }

        file.Close();
    }

    private static Step? StepOf(string file, Section section, GuideNode.Entry entry)
    {
        var names = StepFiles.Worded.Where(step => StepFiles.Of(step) == file).Select(Steps.NameOf).ToList();
        if (Steps.Named(entry.Key) is not { } step || !StepFiles.Worded.Contains(step))
        {
            section.Log.Error(entry.Line, entry.Key == Steps.NameOf(Step.Extra)
                ? "Words of extra questions stand under `extras`, not under `steps`."
                : $"`{section.PathTo(entry.Key)}` is no step.{Nearest.Hint(entry.Key, names)}");
            return null;
        }

        if (StepFiles.Of(step) != file)
        {
            section.Log.Error(entry.Line, $"`{section.PathTo(entry.Key)}` belongs in {StepFiles.Of(step)}.yaml. Move it there.");
        }

        return step;
    }

    private bool English => folder.Language.Split('-')[0] == "en";

    private FileLog Log(string name) =>
        new($"{folder.Language}/{(Path.HasExtension(name) ? name : name + ".yaml")}", problems);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex LanguageTag();
}
