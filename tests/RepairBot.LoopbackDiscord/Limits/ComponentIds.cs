namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>The custom ids and numeric ids of one message or modal: each once.</summary>
internal sealed class ComponentIds
{
    private readonly HashSet<string> custom = [];
    private readonly HashSet<long> numeric = [];

    /// <summary>Every component counts toward the 40 of Components V2.</summary>
    public int Count { get; private set; }

    public void Meet(Form component)
    {
        Count++;
        if (component.Integer("id", min: 0, max: int.MaxValue) is { } id and > 0 && !numeric.Add(id))
        {
            component.Wrong("id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
        }
    }

    public void CheckCustomId(Form component, bool required = true)
    {
        if (component.Text("custom_id", max: 100, min: 1, required: required) is { } id && !custom.Add(id))
        {
            component.Wrong("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }
}
