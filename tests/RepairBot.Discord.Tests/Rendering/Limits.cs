using Discord;
using RepairBot.Discord.Http;

namespace RepairBot.Discord.Tests.Rendering;

/// <summary>What Discord takes, as its documentation states it; nothing here is taken from the library.</summary>
internal static class Limits
{
    public static void Hold(MessageBody? rendered)
    {
        if (rendered is null)
        {
            return;
        }

        Assert.InRange(rendered.Content.Trim().Length, 1, 2000);
        Assert.InRange(rendered.Embeds.Length, 0, 10);
        Assert.InRange(rendered.Embeds.Sum(LengthOf), 0, 6000);
        Assert.All(rendered.Embeds, Hold);
        if (rendered.Components is { } components)
        {
            Hold(components);
        }

        if (rendered.File is { } file)
        {
            Assert.InRange(file.Bytes.Length, 0, 10 * 1024 * 1024);
            Assert.InRange(file.Description?.Length ?? 0, 0, 1024);
            Assert.Matches(@"^[A-Za-z0-9_.-]{1,100}\.[a-z]{2,4}$", file.Name);
        }
    }

    public static void Hold(Modal modal)
    {
        Assert.InRange(modal.Title.Length, 1, 45);
        Assert.InRange(modal.CustomId.Length, 1, 100);
        var inputs = modal.Component.Components.Select(row => Assert.IsType<TextInputComponent>(Assert.Single(row.Components))).ToList();
        Assert.InRange(inputs.Count, 1, 5);
        Assert.Equal(inputs.Count, inputs.Select(input => input.CustomId).Distinct().Count());
        Assert.All(inputs, input =>
        {
            Assert.InRange(input.CustomId.Length, 1, 100);
            Assert.InRange(input.Label.Length, 1, 45);
            Assert.InRange(input.MinLength ?? 0, 0, 4000);
            Assert.InRange(input.MaxLength ?? 4000, 1, 4000);
            Assert.InRange(input.Value?.Length ?? 0, 0, input.MaxLength ?? 4000);
        });
    }

    private static int LengthOf(Embed embed) =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Text.Length ?? 0)
        + embed.Fields.Sum(field => field.Name.Length + field.Value.Length);

    private static void Hold(Embed embed)
    {
        Assert.InRange(embed.Title?.Length ?? 0, 0, 256);
        Assert.InRange(embed.Description?.Length ?? 0, 0, 4096);
        Assert.InRange(embed.Fields.Length, 1, 25);
        Assert.All(embed.Fields, field =>
        {
            Assert.InRange(field.Name.Trim().Length, 1, 256);
            Assert.InRange(field.Value.Trim().Length, 1, 1024);
        });
    }

    private static void Hold(MessageComponent components)
    {
        var rows = components.Components.Select(row => row.Components).ToList();
        Assert.InRange(rows.Count, 1, 5);
        Assert.All(rows, row => Assert.True(
            row.Count == 1 || (row.Count is > 1 and <= 5 && row.All(component => component is ButtonComponent))));
        var ids = rows.SelectMany(row => row).Select(component => component.CustomId).ToList();
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 100));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(rows.SelectMany(row => row).OfType<ButtonComponent>(), button => Assert.InRange(button.Label.Length, 1, 80));
        Assert.All(rows.SelectMany(row => row).OfType<SelectMenuComponent>(), Hold);
    }

    private static void Hold(SelectMenuComponent list)
    {
        Assert.InRange(list.Placeholder?.Length ?? 0, 0, 150);
        Assert.InRange(list.Options.Count, 1, 25);
        Assert.InRange(list.MinValues, 0, list.Options.Count);
        Assert.InRange(list.MaxValues, Math.Max(1, list.MinValues), list.Options.Count);
        Assert.Equal(list.Options.Count, list.Options.Select(option => option.Value).Distinct().Count());
        Assert.All(list.Options, option =>
        {
            Assert.InRange(option.Label.Length, 1, 100);
            Assert.InRange(option.Value.Length, 1, 100);
        });
    }
}
