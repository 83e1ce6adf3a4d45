namespace RepairBot.Discord.Wording;

internal static class Spanish
{
    public static Words Words { get; } = new()
    {
        Late = "Esto tocaba antes.",
        Until = "Hasta {0} ({1}).",
        Progress = "Pregunta {0} de unas {1}",
        LeftOut = "Se guarda más de lo que Discord puede mostrar aquí. Con «misdatos exportar» lo recibes todo.",
        FileTooLarge = "El archivo es más grande de lo que Discord acepta. Quien gestiona este bot puede dártelo.",
        Breathing = "Un círculo crece despacio durante {0} segundos y luego se encoge despacio durante {1} segundos, una y otra vez.",
        GoOnInDirectMessages = "Seguimos en privado: {0}",
        DirectMessagesClosed =
            "No puedo enviarte mensajes directos, así que seguimos aquí mismo. Solo tú ves esto. Los recordatorios esperan a tu próximo comando. "
            + "Para recibirlos a tiempo, permite los mensajes directos: pulsa el nombre del servidor, luego Ajustes de privacidad y Mensajes directos.",
        StillHere = "Seguimos aquí mismo, y solo tú lo ves. Los recordatorios esperan a tu próximo comando mientras tus mensajes directos estén cerrados.",
        OnItsWay = "Anotado. Mi mensaje está en camino; Discord tarda un momento.",
        NotYours = "Ese botón no es de tu propia conversación, así que no ha cambiado nada. Para empezar una, usa el comando «reparar empezar».",
        MovedOn = "Esa pregunta ya quedó atrás, así que no ha cambiado nada. Se sigue en el mensaje más nuevo.",
        DoesNotFit = "Eso no encaja con la pregunta, así que no ha cambiado nada. Por favor, mírala otra vez.",
        TooLong = "Son más de 4.000 caracteres, más de lo que puedo recibir. No ha cambiado nada. Por favor, envíalo por partes.",
        UnknownCommand = "Ya no conozco ese comando. Escribe / otra vez para ver los que hay. No ha cambiado nada.",
        NotThisServer = "Estoy aquí solo para otro servidor, así que en este no hago nada.",
        NotHere = "Solo estoy en mis servidores y en tus mensajes directos conmigo, así que aquí no hago nada.",
        Failed = "Algo ha fallado por mi parte. Lo que escribiste antes está guardado. Por favor, inténtalo otra vez en un minuto.",
    };
}
