namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What a text input may be.</summary>
internal static class TextInputRules
{
    private const int Longest = 4000;

    public static void Check(Form input, ComponentIds ids)
    {
        ids.Meet(input);
        ids.CheckCustomId(input);
        input.Integer("style", min: 1, max: 2, required: true);
        input.Text("placeholder", max: 100);
        input.Flag("required");
        var min = input.Integer("min_length", min: 0, max: Longest) ?? 0;
        var max = input.Integer("max_length", min: 1, max: Longest) ?? Longest;
        if (min > max)
        {
            input.Wrong("min_length", "TEXT_INPUT_MIN_LENGTH_TOO_LARGE", "min_length cannot exceed max_length.");
        }

        // A value outside of the input's own limits could never be submitted.
        if (input.Text("value", max: Longest) is { Length: > 0 } value && (Lengths.Of(value) > max || Lengths.Of(value) < min))
        {
            input.Wrong("value", "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        }
    }
}
