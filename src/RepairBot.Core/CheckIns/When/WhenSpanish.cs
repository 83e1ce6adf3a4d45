namespace RepairBot.Core.CheckIns.When;

internal static class WhenSpanish
{
    public const string Lines = """
        Filler: por favor, sobre, hacia, en punto, t, que, a partir de ahora, mas tarde, recuerdame, avisame, otra vez, si, vale
        In: en, dentro de, de aqui a
        At: a las, a la, las, sobre las, hacia las, a eso de las
        The: el, el dia, dia
        And: y
        Of: de, del
        Ordinal: º, ro, er
        Day 0: hoy
        Day 1: el dia de manana
        Day 2: pasado manana
        NextWeek: la semana que viene, la proxima semana, la semana proxima
        TomorrowOrMorning: manana
        Weekday 1: lunes, lun
        Weekday 2: martes, mar
        Weekday 3: miercoles, mie
        Weekday 4: jueves, jue
        Weekday 5: viernes, vie
        Weekday 6: sabado, sab, el fin de semana, fin de semana, este fin de semana
        Weekday 7: domingo, dom
        Next: proximo, que viene, el proximo
        This: este, esta
        Month 1: enero, ene
        Month 2: febrero, feb
        Month 3: marzo
        Month 4: abril, abr
        Month 5: mayo
        Month 6: junio, jun
        Month 7: julio, jul
        Month 8: agosto, ago
        Month 9: septiembre, setiembre, sep, sept
        Month 10: octubre, oct
        Month 11: noviembre, nov
        Month 12: diciembre, dic
        Part Morning: por la manana, en la manana, de la manana, de la madrugada, temprano
        Part Noon: mediodia, al mediodia, a mediodia, del mediodia
        Part Afternoon: tarde, por la tarde, en la tarde, de la tarde
        Part Night: noche, por la noche, en la noche, de la noche
        Day 0 + Part Morning: esta manana
        Day 0 + Part Afternoon: esta tarde
        Day 0 + Part Evening: esta noche
        Clock 1440: medianoche, a medianoche
        Minutes 1: m, min, minuto, minutos
        Hours 60: h, hora, horas
        Days 1: dias
        Days 7: semana, semanas
        Months: mes, meses
        Amount 15: un cuarto de hora, cuarto de hora
        Amount 30: media hora, una media hora
        Amount 90: hora y media, una hora y media
        HalfOfDay 0: am
        HalfOfDay 12: pm
        After 30: y media
        After 15: y cuarto
        After -15: menos cuarto
        Article 1: un
        Number 1: una, uno
        Article 1 + Days 1: un dia
        Number 2: dos, un par de
        Number 3: tres
        Number 4: cuatro
        Number 5: cinco
        Number 6: seis
        Number 7: siete
        Number 8: ocho
        Number 9: nueve
        Number 10: diez
        Number 11: once
        Number 12: doce
        Number 13: trece
        Number 14: catorce
        Number 15: quince
        Number 16: dieciseis
        Number 17: diecisiete
        Number 18: dieciocho
        Number 19: diecinueve
        Number 20: veinte
        Number 25: veinticinco
        Number 30: treinta
        Number 40: cuarenta
        Number 50: cincuenta
        """;
}
