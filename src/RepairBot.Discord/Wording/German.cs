namespace RepairBot.Discord.Wording;

internal static class German
{
    public static Words Words { get; } = new()
    {
        Late = "Das war früher dran.",
        Until = "Bis {0} ({1}).",
        Progress = "Frage {0} von etwa {1}",
        LeftOut = "Es ist mehr aufgehoben, als Discord hier zeigen kann. Mit „meinedaten mitnehmen“ bekommst du alles.",
        FileTooLarge = "Die Datei ist größer, als Discord annimmt. Wer diesen Bot betreibt, kann sie dir geben.",
        Breathing = "Ein Kreis wächst {0} Sekunden lang langsam, dann schrumpft er {1} Sekunden lang langsam, immer wieder.",
        GoOnInDirectMessages = "Hier geht es unter uns weiter: {0}",
        DirectMessagesClosed =
            "Ich kann dir keine Direktnachrichten schicken, also geht es gleich hier weiter. Nur du siehst das. Erinnerungen warten bis zu deinem "
            + "nächsten Befehl. Damit sie rechtzeitig kommen, erlaube Direktnachrichten: auf den Namen des Servers, dann Privatsphäre, dann Direktnachrichten.",
        StillHere = "Es geht gleich hier weiter, und nur du siehst es. Erinnerungen warten bis zu deinem nächsten Befehl, solange deine Direktnachrichten zu sind.",
        OnItsWay = "Notiert. Meine Nachricht ist unterwegs; Discord braucht gerade einen Moment.",
        NotYours = "Dieser Knopf gehört nicht zu deinem eigenen Gespräch, deshalb hat sich nichts geändert. Der Befehl „klären anfangen“ beginnt eines.",
        MovedOn = "Diese Frage liegt schon hinter uns, deshalb hat sich nichts geändert. Weiter geht es bei der neuesten Nachricht.",
        DoesNotFit = "Das passt nicht zur Frage, deshalb hat sich nichts geändert. Bitte sieh sie dir noch einmal an.",
        TooLong = "Das sind mehr als 4.000 Zeichen und mehr, als ich annehmen kann. Nichts hat sich geändert. Bitte schick es in Teilen.",
        UnknownCommand = "Diesen Befehl kenne ich nicht mehr. Mit / siehst du die, die es gibt. Nichts hat sich geändert.",
        NotThisServer = "Ich bin nur für einen anderen Server da, deshalb tue ich in diesem nichts.",
        NotHere = "Ich bin nur in meinen Servern und in deinen Direktnachrichten mit mir da, deshalb tue ich hier nichts.",
        Failed = "Bei mir ist etwas schiefgegangen. Was du vorher geschrieben hast, ist aufgehoben. Bitte versuch es in einer Minute noch einmal.",
    };
}
