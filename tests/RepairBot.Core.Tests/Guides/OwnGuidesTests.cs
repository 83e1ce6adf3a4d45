using System.Diagnostics;
using RepairBot.Core.Guides;

namespace RepairBot.Core.Tests.Guides;

/// <summary>The guides that come with the program.</summary>
public sealed class OwnGuidesTests
{
    private static readonly string Folder = Path.Combine(Root(AppContext.BaseDirectory), "guides");

    [Fact]
    public void Have_neither_an_error_nor_a_warning() => Assert.Empty(GuideCheck.Check(Folder));

    [Fact]
    public void Are_read_within_a_second()
    {
        var watch = Stopwatch.StartNew();

        var shelf = GuideShelf.Load(Folder);

        Assert.Contains("en", shelf.Languages);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "RepairBot.sln")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException());
}
