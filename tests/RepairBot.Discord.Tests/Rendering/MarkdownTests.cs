using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using RepairBot.Discord.Rendering;

namespace RepairBot.Discord.Tests.Rendering;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("I *really* meant __it__", @"I \*really\* meant \_\_it\_\_")]
    [InlineData("ask <@123> and <#4>", @"ask \<@​123\> and \<#4\>")]
    [InlineData("@everyone, look", "@\u200beveryone, look")]
    [InlineData("[here](https://example.org)", @"\[here\](https://example.org)")]
    [InlineData("# loud\n> quoted\n- item\n 1. first", "\\# loud\n\\> quoted\n\\- item\n 1\\. first")]
    [InlineData("-# small", @"\-\# small")]
    [InlineData(@"a \*b", @"a \\\*b")]
    [InlineData("||hidden|| ~~gone~~ `code`", @"\|\|hidden\|\| \~\~gone\~\~ \`code\`")]
    [InlineData("Version 1.5 - that is #1, a+b", "Version 1.5 - that is #1, a+b")]
    public void What_a_person_wrote_looks_as_written(string text, string escaped) => Assert.Equal(escaped, Markdown.Escape(text));

    [Theory]
    [InlineData("Do **one** thing.", "Do **one** thing.")]
    [InlineData("Say **Sam_** so.", @"Say **Sam\_** so.")]
    [InlineData("One ** alone", @"One \*\* alone")]
    [InlineData("Nothing **** here", @"Nothing \*\*\*\* here")]
    public void A_guide_may_write_bold_and_nothing_else(string text, string shown) => Assert.Equal(shown, Markdown.Guided(text, 2000));

    [Fact]
    public void Any_text_reads_back_as_it_was() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
        Unescaped(Markdown.Escape(text ?? "")) == (text ?? "").Replace("\u200b", "", StringComparison.Ordinal)));

    [Fact]
    public void A_cut_is_never_longer_than_asked_and_parts_nothing() => Check.QuickThrowOnFailure(Prop.ForAll<string, PositiveInt>((text, most) =>
    {
        var cut = Markdown.Escape(text ?? "", most.Get, out var taken);
        return cut.Length <= most.Get
            && Unescaped(cut) == (text ?? "")[..taken].Replace("\u200b", "", StringComparison.Ordinal)
            && !(taken > 0 && taken < text!.Length && char.IsHighSurrogate(text[taken - 1]) && char.IsLowSurrogate(text[taken]));
    }));

    internal static string Unescaped(string shown) =>
        Regex.Replace(shown.Replace("\u200b", "", StringComparison.Ordinal), @"\\(?<sign>[!-/:-@\[-`{-~])", "${sign}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
