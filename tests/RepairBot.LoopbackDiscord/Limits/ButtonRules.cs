namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What a button may be.</summary>
internal static class ButtonRules
{
    private const long Link = 5;
    private const long Premium = 6;

    public static void Check(Form button, ComponentIds ids)
    {
        ids.Meet(button);
        var style = button.Integer("style", min: 1, max: 6, required: true);
        button.Text("label", max: 80);
        button.Flag("disabled");
        if (style is Link or Premium)
        {
            Forbid(button, "custom_id", style);
            Require(button, style is Link ? "url" : "sku_id");
            button.Text("url", max: 512);
            return;
        }

        ids.CheckCustomId(button);
        Forbid(button, "url", style);
        Forbid(button, "sku_id", style);
        if (!button.Has("label") && !button.Has("emoji"))
        {
            button.Wrong("label", "BUTTON_COMPONENT_INVALID_EMPTY", "A button must have a label or an emoji.");
        }
    }

    private static void Require(Form button, string name)
    {
        if (!button.Has(name))
        {
            button.Wrong(name, "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static void Forbid(Form button, string name, long? style)
    {
        if (button.Has(name))
        {
            button.Wrong(name, "BUTTON_COMPONENT_INVALID_FIELD", $"A button of style {style} has no {name}.");
        }
    }
}
