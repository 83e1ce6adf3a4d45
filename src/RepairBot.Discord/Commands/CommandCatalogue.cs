using System.Collections.Immutable;

namespace RepairBot.Discord.Commands;

/// <summary>Every slash command, as people see it. A command that the conversation does not know yet is left out.</summary>
internal static class CommandCatalogue
{
    private static readonly ImmutableArray<Choice> Switch = [new("on", "On", "Sí", "An"), new("off", "Off", "No", "Aus")];

    private static readonly ImmutableArray<CommandDefinition> All =
    [
        new(new("repair", "reparar", "klären", "A repair after a rupture", "Una reparación tras una ruptura", "Eine Klärung nach einem Bruch"))
        {
            Subcommands =
            [
                new(new("start", "empezar", "anfangen", "Begin a repair", "Empieza una reparación", "Eine Klärung anfangen")),
                new(new("resume", "seguir", "weiter", "Go on where you were", "Sigue donde estabas", "Da weitermachen, wo du warst")),
                new(new("status", "estado", "stand", "Say where you are", "Di en qué punto estás", "Sagen, wo du bist")),
                new(new("stop", "parar", "aufhören", "Stop for now", "Para por ahora", "Für jetzt aufhören")),
                new(new("history", "historial", "verlauf", "List your repairs", "Muestra tus reparaciones", "Deine Klärungen zeigen")),
            ],
        },
        new(new("steady", "calma", "ruhe", "A calming exercise, now", "Un ejercicio para calmarte, ahora", "Eine Übung zur Beruhigung, jetzt")),
        new(new("reflect", "reflexionar", "nachdenken", "Think about your own ways, alone", "Piensa a solas en tus maneras", "Allein über die eigene Art nachdenken")),
        new(new("checkin", "seguimiento", "nachfrage", "Questions about your promises", "Preguntas sobre tus promesas", "Fragen zu deinen Zusagen"))
        {
            Subcommands =
            [
                new(new("list", "lista", "liste", "Your promises and the next questions", "Tus promesas y las próximas preguntas", "Deine Zusagen und die nächsten Fragen")),
                new(new("now", "ahora", "jetzt", "Ask me now", "Pregúntame ahora", "Frag mich jetzt")),
                new(new("later", "después", "später", "Ask me at another time", "Pregúntame en otro momento", "Frag mich zu einer anderen Zeit"))
                {
                    Options =
                    [
                        new(new("when", "cuándo", "wann", "Such as “tomorrow evening” or “Fri 7pm”", "Por ejemplo, «mañana por la tarde»", "Zum Beispiel „morgen Abend“"), false, 100),
                    ],
                },
                new(new("stop", "parar", "aufhören", "Ask me no more", "No me preguntes más", "Frag mich nicht mehr")),
            ],
        },
        new(new("timeline", "cronología", "zeitlinie", "What you said and what you did", "Lo que dijiste y lo que hiciste", "Was du gesagt und was du getan hast")),
        new(new("partner", "pareja", "gegenüber", "The other person, by their own consent", "La otra persona, con su consentimiento", "Die andere Person, mit ihrer Zustimmung"))
        {
            Subcommands =
            [
                new(new("invite", "invitar", "einladen", "Get a code for the other person", "Recibe un código para la otra persona", "Einen Code für die andere Person bekommen")),
                new(new("accept", "aceptar", "annehmen", "Enter a code you were given", "Escribe un código que te dieron", "Einen Code eingeben, den du bekommen hast"))
                {
                    Options = [new(new("code", "código", "code", "The code", "El código", "Der Code"), true, 64)],
                },
                new(new("leave", "salir", "verlassen", "End the link", "Termina el enlace", "Die Verbindung beenden")),
                new(new("block", "bloquear", "blockieren", "Let nothing more come from the other person", "No dejes que llegue nada más", "Nichts mehr von der anderen Person zulassen")),
            ],
        },
        new(new("settings", "ajustes", "einstellungen", "Show or change your settings", "Muestra o cambia tus ajustes", "Einstellungen zeigen oder ändern"))
        {
            Options =
            [
                new(new("timezone", "zona", "zeitzone", "Such as Europe/London", "Por ejemplo, Europe/Madrid", "Zum Beispiel Europe/Berlin"), false, 64),
                new(new("quiet-from", "silencio-desde", "ruhe-von", "No questions from this time, such as 21:00", "Sin preguntas desde esta hora, como 21:00", "Keine Fragen ab dieser Zeit, etwa 21:00"), false, 5),
                new(new("quiet-to", "silencio-hasta", "ruhe-bis", "Questions again from this time, such as 08:00", "Preguntas otra vez desde esta hora, como 08:00", "Wieder Fragen ab dieser Zeit, etwa 08:00"), false, 5),
                new(new("language", "idioma", "sprache", "Two letters, such as en", "Dos letras, como es", "Zwei Buchstaben, etwa de"), false, 12),
                new(new("country", "país", "land", "Two letters, for help lines, such as GB", "Dos letras, para líneas de ayuda, como ES", "Zwei Buchstaben, für Hilfenummern, etwa DE"), false, 2),
                new(new("reminders", "recordatorios", "erinnerungen", "Questions about promises", "Preguntas sobre promesas", "Fragen zu Zusagen"), false, 3) { Choices = Switch },
                new(new("hide", "ocultar", "verbergen", "Keep what a message is about behind a button", "Guarda el contenido detrás de un botón", "Worum es geht, hinter einem Knopf lassen"), false, 3) { Choices = Switch },
                new(new("days-off", "días-libres", "freie-tage", "Days without questions, such as sat, sun", "Días sin preguntas, como sat, sun", "Tage ohne Fragen, etwa sat, sun"), false, 60),
                new(new("pause-until", "pausa-hasta", "pause-bis", "No questions before a day, such as 2030-12-24", "Sin preguntas antes de un día, como 2030-12-24", "Keine Fragen vor einem Tag, etwa 2030-12-24"), false, 10),
            ],
        },
        new(new("mydata", "misdatos", "meinedaten", "What is kept about you", "Lo que se guarda sobre ti", "Was über dich aufgehoben ist"))
        {
            Subcommands =
            [
                new(new("show", "mostrar", "zeigen", "Say what is kept", "Di lo que se guarda", "Sagen, was aufgehoben ist")),
                new(new("export", "exportar", "mitnehmen", "Get a copy of all of it", "Recibe una copia de todo", "Eine Kopie von allem bekommen")),
                new(new("delete", "borrar", "löschen", "Delete all of it", "Bórralo todo", "Alles löschen")),
            ],
        },
        new(new("help", "ayuda", "hilfe", "What you can do here", "Lo que puedes hacer aquí", "Was du hier tun kannst")),
        new(new("about", "acerca", "über", "Who runs this and what it is", "Quién gestiona esto y qué es", "Wer das betreibt und was es ist")),
        new(new("notsafe", "peligro", "notfall", "Help lines, at once", "Líneas de ayuda, enseguida", "Hilfenummern, sofort")),
    ];

    /// <summary>The commands whose names are known, in a fixed order.</summary>
    /// <param name="known">Names such as <c>repair start</c>.</param>
    public static ImmutableArray<CommandDefinition> For(IReadOnlySet<string> known) =>
    [
        .. All
            .Select(command => command with
            {
                Subcommands = [.. command.Subcommands.Where(sub => known.Contains($"{command.Words.Name} {sub.Words.Name}"))],
            })
            .Where(command => !command.Subcommands.IsEmpty || known.Contains(command.Words.Name)),
    ];
}
