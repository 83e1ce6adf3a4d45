namespace RepairBot.LoopbackDiscord.Limits;

/// <summary>What Components V2 adds: text, sections, galleries, files, separators and containers.</summary>
internal static class LayoutRules
{
    public static void CheckTopLevel(Form component, ComponentIds ids)
    {
        if (MessageComponentRules.TypeOf(component) is ComponentType.Container)
        {
            ids.Meet(component);
            component.Integer("accent_color", min: 0, max: 0xFFFFFF);
            foreach (var child in component.List("components", max: 40, min: 1, required: true))
            {
                CheckPlaced(child, ids);
            }

            return;
        }

        CheckPlaced(component, ids);
    }

    private static void CheckPlaced(Form component, ComponentIds ids)
    {
        switch (MessageComponentRules.TypeOf(component))
        {
            case ComponentType.ActionRow:
                MessageComponentRules.CheckRow(component, ids);
                break;
            case ComponentType.TextDisplay:
                CheckText(component, ids);
                break;
            case ComponentType.Section:
                CheckSection(component, ids);
                break;
            case ComponentType.MediaGallery:
                CheckGallery(component, ids);
                break;
            case ComponentType.File:
                ids.Meet(component);
                component.Child("file", required: true)?.Text("url", max: 2048, min: 1, required: true);
                break;
            case ComponentType.Separator:
                ids.Meet(component);
                component.Integer("spacing", min: 1, max: 2);
                break;
            default:
                MessageComponentRules.WrongType(component, "(1, 9, 10, 12, 13, 14, 17)");
                break;
        }
    }

    public static void CheckText(Form component, ComponentIds ids)
    {
        ids.Meet(component);
        component.Text("content", max: 4000, min: 1, required: true);
    }

    private static void CheckSection(Form section, ComponentIds ids)
    {
        ids.Meet(section);
        foreach (var text in section.List("components", max: 3, min: 1, required: true))
        {
            CheckText(text, ids);
        }

        if (section.Child("accessory", required: true) is not { } accessory)
        {
            return;
        }

        switch (MessageComponentRules.TypeOf(accessory))
        {
            case ComponentType.Button:
                ButtonRules.Check(accessory, ids);
                break;
            case ComponentType.Thumbnail:
                ids.Meet(accessory);
                accessory.Text("description", max: 1024);
                accessory.Child("media", required: true)?.Text("url", max: 2048, min: 1, required: true);
                break;
            default:
                MessageComponentRules.WrongType(accessory, "(2, 11)");
                break;
        }
    }

    private static void CheckGallery(Form gallery, ComponentIds ids)
    {
        ids.Meet(gallery);
        foreach (var item in gallery.List("items", max: 10, min: 1, required: true))
        {
            item.Text("description", max: 1024);
            item.Child("media", required: true)?.Text("url", max: 2048, min: 1, required: true);
        }
    }
}
