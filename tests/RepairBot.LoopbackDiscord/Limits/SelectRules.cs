namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What a select menu may be.</summary>
internal static class SelectRules
{
    private const int MostOptions = 25;

    public static void Check(Form select, ComponentIds ids, bool inModal)
    {
        ids.Meet(select);
        ids.CheckCustomId(select);
        select.Text("placeholder", max: 150);
        var min = select.Integer("min_values", min: 0, max: MostOptions) ?? 1;
        var max = select.Integer("max_values", min: 1, max: MostOptions) ?? 1;
        if (min > max)
        {
            select.Wrong("min_values", "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE", "min_values cannot exceed max_values.");
        }

        if (select.Flag("disabled") is true && inModal)
        {
            select.Wrong("disabled", "SELECT_COMPONENT_DISABLED_IN_MODAL", "A select menu in a modal cannot be disabled.");
        }

        if (MessageComponentRules.TypeOf(select) is ComponentType.StringSelect)
        {
            CheckOptions(select, max);
        }
        else
        {
            select.List("default_values", max: MostOptions);
        }
    }

    private static void CheckOptions(Form select, long max)
    {
        var values = new HashSet<string>();
        var options = select.List("options", max: MostOptions, min: 1, required: true);
        foreach (var option in options)
        {
            option.Text("label", max: 100, min: 1, required: true);
            option.Text("description", max: 100);
            option.Flag("default");
            if (option.Text("value", max: 100, min: 1, required: true) is { } value && !values.Add(value))
            {
                option.Wrong("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
        }

        if (max > options.Count)
        {
            select.Wrong("max_values", "SELECT_COMPONENT_MAX_VALUES_TOO_LARGE", "max_values cannot exceed the number of options.");
        }
    }
}
