using RepairBot.Core.Guides;

namespace RepairBot.Core.Tests.Guides;

public sealed class GuideShelfTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("guides-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN", "en")]
    [InlineData("es-419", "es-419")]
    [InlineData("en-GB", "en")]
    [InlineData("es", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    public void A_language_without_a_guide_gets_the_nearest_or_the_default_one(string asked, string got)
    {
        new SampleGuide().WriteTo(folder);
        new SampleGuide("es-419").WriteTo(folder);

        var shelf = GuideShelf.Load(folder);

        Assert.Equal(["en", "es-419"], shelf.Languages.AsEnumerable());
        Assert.Equal(got, shelf.For(asked).Language);
        Assert.Empty(shelf.Problems);
    }

    [Fact]
    public void A_shelf_with_an_error_is_not_made_and_everything_is_said()
    {
        new SampleGuide().WriteTo(folder);
        new SampleGuide("es").File("asides", null).WriteTo(folder);

        var refused = Assert.Throws<GuideException>(() => GuideShelf.Load(folder));

        Assert.Equal("es/asides.yaml: error: The file is missing.", Assert.Single(refused.Problems).ToString());
        Assert.Contains("es/asides.yaml: error: The file is missing.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_language_has_a_guide()
    {
        new SampleGuide().WriteTo(folder);

        var refused = Assert.Throws<GuideException>(() => GuideShelf.Load(folder, "es"));

        Assert.Equal("There is no guide for the default language, `es`.", Assert.Single(refused.Problems).Text);
        Assert.Equal("en", GuideShelf.Load(folder, "EN").For("es").Language);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    public void A_folder_without_guides_is_a_problem(string below)
    {
        var path = Path.Combine(folder, below);
        var problem = Assert.Single(GuideCheck.Check(path));

        Assert.Equal((path, 0, GuideSeverity.Error), (problem.File, problem.Line, problem.Severity));
        Assert.Throws<GuideException>(() => GuideShelf.Load(path));
    }

    [Fact]
    public void One_language_may_be_checked_alone_and_a_hidden_folder_is_nobodys_language()
    {
        new SampleGuide().WriteTo(folder);
        Directory.CreateDirectory(Path.Combine(folder, ".notes"));

        Assert.Empty(GuideCheck.Check(folder));
        Assert.Empty(GuideCheck.Check(Path.Combine(folder, "en") + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void A_file_that_is_not_utf8_or_no_guide_by_its_size_is_one_problem()
    {
        new SampleGuide().WriteTo(folder);
        File.WriteAllBytes(Path.Combine(folder, "en", "asides.yaml"), [0x73, 0xff, 0xfe]);
        File.WriteAllText(Path.Combine(folder, "en", "holds.yaml"), new string('#', (1024 * 1024) + 1));
        File.WriteAllText(Path.Combine(folder, "en", "notes.txt"), "not a guide's");

        Assert.Equal(
            ["en/asides.yaml: error: The file is not UTF-8. Save it as UTF-8.", "en/holds.yaml: error: The file is larger than 1024 KB. Is it a guide?"],
            GuideCheck.Check(folder).Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_file_with_another_ending_is_a_problem()
    {
        new SampleGuide().WriteTo(folder);
        File.Move(Path.Combine(folder, "en", "asides.yaml"), Path.Combine(folder, "en", "asides.yml"));

        Assert.Equal(
            ["en/asides.yaml: error: The file is missing.", "en/asides.yml: error: The file is none of a guide's. Did you mean `asides.yaml`?"],
            GuideCheck.Check(folder).Select(problem => problem.ToString()));
    }
}
