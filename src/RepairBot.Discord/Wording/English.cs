namespace RepairBot.Discord.Wording;

internal static class English
{
    public static Words Words { get; } = new()
    {
        Late = "This was due earlier.",
        Until = "Until {0} ({1}).",
        Progress = "Question {0} of about {1}",
        LeftOut = "More is kept than Discord can show here. “mydata export” gives you all of it.",
        FileTooLarge = "The file is larger than Discord takes. Whoever runs this bot can hand it to you.",
        Breathing = "A circle slowly grows for {0} seconds, then slowly shrinks for {1} seconds, over and over.",
        GoOnInDirectMessages = "We go on in private: {0}",
        DirectMessagesClosed =
            "I can't send you direct messages, so we go on right here. Only you see this. Reminders wait until your next command. "
            + "To get them on time, allow direct messages: press the server's name, then Privacy Settings, then Direct Messages.",
        StillHere = "We go on right here, and only you see it. Reminders wait until your next command while your direct messages are closed.",
        OnItsWay = "Noted. My message is on its way; Discord takes a moment just now.",
        NotYours = "That button is not part of your own conversation, so nothing was changed. To begin one, use the command “repair start”.",
        MovedOn = "That question has moved on, so nothing was changed. The newest message is the place to go on.",
        DoesNotFit = "That does not fit the question, so nothing was changed. Please look at it once more.",
        TooLong = "That is longer than 4,000 characters, which is more than I can take. Nothing was changed. Please send it in pieces.",
        UnknownCommand = "I don't know that command any more. Type / again to see the ones there are. Nothing was changed.",
        NotThisServer = "I am here for another server only, so I do nothing in this one.",
        NotHere = "I work only in a server that I am in and in your own direct messages with me, so I do nothing here.",
        Failed = "Something went wrong on my side. What you wrote before is kept. Please try that once more in a minute.",
    };
}
