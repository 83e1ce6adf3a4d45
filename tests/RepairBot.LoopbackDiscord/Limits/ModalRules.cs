namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What a modal may be: a title, and one to five rows with a text input, labels with an input, or text.</summary>
internal static class ModalRules
{
    public static void Check(Form modal)
    {
        var ids = new ComponentIds();
        modal.Text("title", max: 45, min: 1, required: true);
        modal.Text("custom_id", max: 100, min: 1, required: true);
        foreach (var component in modal.List("components", max: 5, min: 1, required: true))
        {
            switch (MessageComponentRules.TypeOf(component))
            {
                case ComponentType.ActionRow:
                    CheckRow(component, ids);
                    break;
                case ComponentType.Label:
                    CheckLabel(component, ids);
                    break;
                case ComponentType.TextDisplay:
                    LayoutRules.CheckText(component, ids);
                    break;
                default:
                    MessageComponentRules.WrongType(component, "(1, 10, 18)");
                    break;
            }
        }
    }

    // The older form: one text input a row, with a label of its own.
    private static void CheckRow(Form row, ComponentIds ids)
    {
        ids.Meet(row);
        foreach (var input in row.List("components", max: 1, min: 1, required: true))
        {
            if (MessageComponentRules.TypeOf(input) is not ComponentType.TextInput)
            {
                MessageComponentRules.WrongType(input, "(4,)");
                continue;
            }

            input.Text("label", max: 45, min: 1, required: true);
            TextInputRules.Check(input, ids);
        }
    }

    private static void CheckLabel(Form label, ComponentIds ids)
    {
        ids.Meet(label);
        label.Text("label", max: 45, min: 1, required: true);
        label.Text("description", max: 100, min: 1);
        if (label.Child("component", required: true) is not { } input)
        {
            return;
        }

        switch (MessageComponentRules.TypeOf(input))
        {
            case ComponentType.TextInput:
                TextInputRules.Check(input, ids);
                break;
            case ComponentType.StringSelect or ComponentType.UserSelect or ComponentType.RoleSelect or ComponentType.MentionableSelect
                or ComponentType.ChannelSelect:
                SelectRules.Check(input, ids, inModal: true);
                break;
            case ComponentType.FileUpload:
                ids.Meet(input);
                ids.CheckCustomId(input);
                input.Integer("min_values", min: 0, max: 10);
                input.Integer("max_values", min: 1, max: 10);
                break;
            case ComponentType.RadioGroup:
                CheckGroup(input, ids, least: 2);
                break;
            case ComponentType.CheckboxGroup:
                CheckGroup(input, ids, least: 1);
                break;
            case ComponentType.Checkbox:
                ids.Meet(input);
                ids.CheckCustomId(input);
                input.Flag("default");
                break;
            default:
                MessageComponentRules.WrongType(input, "(3, 4, 5, 6, 7, 8, 19, 21, 22, 23)");
                break;
        }
    }

    private static void CheckGroup(Form group, ComponentIds ids, int least)
    {
        ids.Meet(group);
        ids.CheckCustomId(group);
        foreach (var option in group.List("options", max: 10, min: least, required: true))
        {
            option.Text("label", max: 100, min: 1, required: true);
            option.Text("value", max: 100, min: 1, required: true);
            option.Text("description", max: 100);
        }
    }
}
