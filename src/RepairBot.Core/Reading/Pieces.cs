namespace RepairBot.Core.Reading;

/// <summary>One written word before its spelling is looked at.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Folded">Its plain characters (see <see cref="Fold"/>), with inner apostrophes and look-alike signs kept.</param>
/// <param name="Before">What cuts it off from the piece before.</param>
/// <param name="Quoted">Whether it stands between quotation marks.</param>
/// <param name="Asked">Whether its sentence ends with a question mark.</param>
internal readonly record struct Piece(TextSpan Span, string Folded, Boundary Before, bool Quoted, bool Asked);

/// <summary>Cuts a text into pieces. Reads each character once.</summary>
internal sealed class Pieces
{
    private readonly string _text;
    private readonly char[] _word;
    private readonly List<Piece> _pieces;
    private Boundary _before = Boundary.Hard;
    private bool _inQuote;
    private bool _inSingle;
    private int _sentence;
    private int _quoteFrom;

    private Pieces(string text)
    {
        _text = text;
        _word = new char[64];
        _pieces = new List<Piece>(text.Length / 5 + 4);
    }

    public static List<Piece> Of(string text)
    {
        var cutter = new Pieces(text);
        var at = 0;
        while (at < text.Length)
        {
            at = cutter.Next(at);
        }

        cutter.EndQuote(closed: false);
        return cutter._pieces;
    }

    private int Next(int at)
    {
        var c = Fold.Of(_text[at]);
        if (IsWordStart(c, at))
        {
            return Word(at);
        }

        Sign(c, at);
        return at + 1;
    }

    private int Word(int at)
    {
        var length = 0;
        var end = at;
        for (; end < _text.Length; end++)
        {
            var c = Fold.Of(_text[end]);
            if (c == Fold.Nothing)
            {
                continue;
            }

            if (!IsWordPart(c, end))
            {
                break;
            }

            if (c == 'ß' && length < _word.Length)
            {
                _word[length++] = 's';
                c = 's';
            }

            if (length < _word.Length)
            {
                _word[length++] = c;
            }
        }

        Add(new TextSpan(at, end - at), new string(_word, 0, length));
        return end;
    }

    private void Add(TextSpan span, string folded)
    {
        _pieces.Add(new Piece(span, folded, _before, _inQuote || _inSingle, Asked: false));
        _before = Boundary.None;
    }

    private void Sign(char c, int at)
    {
        switch (c)
        {
            case '.' when at + 1 < _text.Length && _text[at + 1] == '.' || at > 0 && _text[at - 1] == '.':
                Cut(Boundary.Soft);
                break;
            case '.' or '!' or ';' or '\n' or '\r':
                Cut(Boundary.Hard);
                break;
            case '?':
                Ask();
                break;
            case ',' or ':' or '(' or ')' or '[' or ']' or '…' or '\u2013' or '\u2014' or '\u2015':
                Cut(Boundary.Soft);
                break;
            case '-' when !Between(at):
                Cut(Boundary.Soft);
                break;
            case '"':
                Quote(ref _inQuote);
                break;
            case '\'':
                SingleQuote(at);
                break;
            case '&' or '+':
                Add(new TextSpan(at, 1), "and");
                break;
            default:
                Emoji(at);
                break;
        }
    }

    private void Cut(Boundary boundary)
    {
        if (boundary == Boundary.Hard && _before != Boundary.Hard)
        {
            _sentence = _pieces.Count;
        }

        _before = boundary > _before ? boundary : _before;
    }

    private void Ask()
    {
        for (var i = _pieces.Count - 1; i >= _sentence && i >= 0; i--)
        {
            _pieces[i] = _pieces[i] with { Asked = true };
        }

        Cut(Boundary.Hard);
    }

    private void Quote(ref bool open)
    {
        if (open)
        {
            EndQuote(closed: true);
        }
        else
        {
            open = true;
            _quoteFrom = _pieces.Count;
        }

        Cut(Boundary.Soft);
    }

    private void SingleQuote(int at)
    {
        var opens = (at == 0 || char.IsWhiteSpace(_text[at - 1])) && at + 1 < _text.Length && char.IsLetterOrDigit(_text[at + 1]);
        if (opens && !_inQuote && !_inSingle)
        {
            Quote(ref _inSingle);
        }
        else if (_inSingle && !opens)
        {
            Quote(ref _inSingle);
        }
    }

    // A quotation mark that is never closed quotes nothing.
    private void EndQuote(bool closed)
    {
        if (!closed && (_inQuote || _inSingle))
        {
            for (var i = _quoteFrom; i < _pieces.Count; i++)
            {
                _pieces[i] = _pieces[i] with { Quoted = false };
            }
        }

        _inQuote = _inSingle = false;
    }

    // A few pictures speak: they stand for a word. All others say nothing.
    private void Emoji(int at)
    {
        if (char.IsHighSurrogate(_text[at]) && at + 1 < _text.Length)
        {
            var word = char.ConvertToUtf32(_text[at], char.IsLowSurrogate(_text[at + 1]) ? _text[at + 1] : '\uDC00') switch
            {
                0x1F921 => "clown",
                0x1F644 => "eyeroll",
                _ => null,
            };
            if (word is not null)
            {
                Add(new TextSpan(at, 2), word);
            }
        }
    }

    private bool Between(int at) =>
        at > 0 && at + 1 < _text.Length && char.IsLetterOrDigit(_text[at - 1]) && char.IsLetterOrDigit(_text[at + 1]);

    private bool IsWordStart(char c, int at) =>
        char.IsLetterOrDigit(c) || (c is '@' or '$') && at + 1 < _text.Length && char.IsLetter(_text[at + 1]);

    private bool IsWordPart(char c, int at) =>
        char.IsLetterOrDigit(c)
        || c is '@' or '$' && Between(at)
        || (c is '@' or '$') && at + 1 < _text.Length && char.IsLetter(_text[at + 1])
        || c == '\'' && at + 1 < _text.Length && char.IsLetter(_text[at + 1]) && at > 0 && char.IsLetterOrDigit(_text[at - 1])
        || c is '.' or ':' or ',' && at + 1 < _text.Length && char.IsAsciiDigit(_text[at + 1]) && at > 0 && char.IsAsciiDigit(_text[at - 1]);
}
