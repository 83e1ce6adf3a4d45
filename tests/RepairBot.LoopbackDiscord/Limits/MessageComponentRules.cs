namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What the components of a message may be: rows of buttons and menus, or the layout of Components V2.</summary>
internal static class MessageComponentRules
{
    private const int AllTogetherV2 = 40;

    public static void Check(Form message, bool v2)
    {
        var ids = new ComponentIds();
        foreach (var component in message.List("components", max: v2 ? AllTogetherV2 : 5))
        {
            if (v2)
            {
                LayoutRules.CheckTopLevel(component, ids);
            }
            else if (TypeOf(component) is ComponentType.ActionRow)
            {
                CheckRow(component, ids);
            }
            else
            {
                WrongType(component, "(1,)");
            }
        }

        if (v2 && ids.Count > AllTogetherV2)
        {
            message.Wrong("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"The total number of components in a message cannot exceed {AllTogetherV2}");
        }
    }

    public static ComponentType? TypeOf(Form component) =>
        component.Integer("type", required: true) is { } type && Enum.IsDefined((ComponentType)type) ? (ComponentType)type : null;

    public static void WrongType(Form component, string choices) =>
        component.Wrong("type", "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of {choices}.");

    /// <summary>A row holds up to five buttons or one select menu.</summary>
    public static void CheckRow(Form row, ComponentIds ids)
    {
        ids.Meet(row);
        var components = row.List("components", max: 5, min: 1, required: true);
        foreach (var component in components)
        {
            switch (TypeOf(component))
            {
                case ComponentType.Button:
                    ButtonRules.Check(component, ids);
                    break;
                case ComponentType.StringSelect or ComponentType.UserSelect or ComponentType.RoleSelect or ComponentType.MentionableSelect
                    or ComponentType.ChannelSelect:
                    SelectRules.Check(component, ids, inModal: false);
                    if (components.Count > 1)
                    {
                        row.Wrong("components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select menu fills its row.");
                    }

                    break;
                default:
                    WrongType(component, "(2, 3, 5, 6, 7, 8)");
                    break;
            }
        }
    }
}
