namespace RepairBot.Core.Guides;

/// <summary>
/// What a variant of a question, or an extra question, may depend on. The names a guide writes are in <see cref="TagNames"/>.
/// </summary>
[Flags]
public enum GuideTags
{
    /// <summary>Depends on nothing.</summary>
    None = 0,

    /// <summary>The person hurt the other.</summary>
    HurtThem = 1,

    /// <summary>The person was hurt.</summary>
    HurtMe = 2,

    /// <summary>Both hurt each other.</summary>
    Both = 4,

    /// <summary>Who hurt whom is not clear.</summary>
    NotSure = 8,

    /// <summary>It was a misunderstanding.</summary>
    Misunderstanding = 16,

    /// <summary>It was a slip.</summary>
    Slip = 32,

    /// <summary>It got loud.</summary>
    Outburst = 64,

    /// <summary>Somebody went away.</summary>
    WentAway = 128,

    /// <summary>It keeps happening.</summary>
    KeepsHappening = 256,

    /// <summary>None of the kinds on the list.</summary>
    SomethingElse = 512,

    /// <summary>The short form; the guide writes <c>short</c>.</summary>
    Brief = 1024,

    /// <summary>The full form.</summary>
    Full = 2048,

    /// <summary>The last heat rating is 7–10.</summary>
    Hot = 4096,

    /// <summary>The last heat rating is 4–6.</summary>
    Middle = 8192,

    /// <summary>The last heat rating is 0–3.</summary>
    Calm = 16384,

    /// <summary>It goes like this often.</summary>
    Often = 32768,

    /// <summary>No words for the other are drafted.</summary>
    NoDrafting = 65536,

    /// <summary>The person has been here before.</summary>
    Again = 131072,
}
