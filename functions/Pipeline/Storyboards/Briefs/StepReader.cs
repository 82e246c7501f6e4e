using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Plans;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Reads the words of one part of a prompt into steps.</summary>
/// <param name="text">The part, quotations taken out.</param>
/// <param name="quoted">The quotations.</param>
/// <param name="whole">Takes what is said about the whole video.</param>
/// <param name="oneStep">Whether all of it is one shot.</param>
/// <param name="lexicon">The vocabulary that it is written in.</param>
internal sealed class StepReader(string text, IReadOnlyList<string> quoted, WholeDraft whole, bool oneStep, Lexicon lexicon)
{
    private readonly IReadOnlyList<Token> _tokens = Segmenter.Tokens(text, lexicon);
    private readonly List<StepDraft> _drafts = [new StepDraft()];
    private Description _described = new();
    private bool _denied;
    private string? _clauseDenial;
    private bool _sentenceEnded;
    private string? _textCue;
    private string? _worn;
    private string? _time;
    private int _clauseStart;
    private int _clauseImpossible;

    private StepDraft Draft => _drafts[^1];

    /// <summary>The steps, in order; those that say nothing are left out.</summary>
    public IReadOnlyList<Step> Steps()
    {
        DenyClause(-1);
        for (var i = 0; i < _tokens.Count; i++)
        {
            Read(i);
        }

        FromTime();
        return
        [
            .. _drafts.Where(draft => !draft.IsEmpty).Select(draft => draft.Done(word =>
                whole.CannotShow("only some places and deeds bring it along", word, "the place as it is"))),
        ];
    }

    private void Read(int i)
    {
        var token = _tokens[i];
        var sense = Describes.Meaning(_tokens, i, lexicon) ?? Meaning.Of(_tokens, i);
        switch (sense?.Slot)
        {
            case null:
                Unknown(token);
                break;
            case Slot.Break:
                _denied = false;
                _sentenceEnded |= sense.Value == "sentence";
                (_clauseStart, _clauseImpossible) = (token.End, whole.Impossible);
                _described = new Description();
                DenyClause(i);
                break;
            case Slot.Negation when sense["after"] == "noun":
                break;
            case Slot.Negation when sense["back"] is not null:
                Draft.TakeBack(_clauseStart);
                whole.TakeBack(_clauseImpossible);
                break;
            case Slot.Negation:
                _denied = true;
                break;
            case Slot.Order when sense.Value == "retract":
                Retract();
                break;
            case Slot.Order:
                _denied = false;
                if (sense.Value != "first")
                {
                    Begin();
                }

                break;
            case Slot.Number when token.Text == "one" && _described with { Number = null } != new Description() && Draft.Again(_described, token.Start):
                _described = new Description();
                break;
            case Slot.Matter when token.Text.StartsWith("made of", StringComparison.Ordinal) && Draft.Make(Kebab.Parse<Matter>(sense.Value)):
                break;
            case Slot.Colour or Slot.Matter or Slot.Size when Describes.Thing(_tokens, i, lexicon) && Draft.Describe(new Description().With(sense)):
                break;
            case Slot.Number or Slot.Colour or Slot.Matter or Slot.Size:
                _described = _described.With(sense);
                if (sense.Slot == Slot.Colour && !_denied && StandsAlone(i))
                {
                    whole.Read = whole.Read with { Colour = whole.Read.Colour ?? sense.Value };
                }

                break;
            case Slot.Measure or Slot.Filler or Slot.Shot or Slot.Article:
                break;
            case Slot.Edit:
                _denied = false;
                break;
            case Slot.Unit:
                Length(sense);
                break;
            default:
                Wish(i, sense);
                break;
        }
    }

    private void Wish(int i, Sense sense)
    {
        var token = _tokens[i];
        if (_denied || _clauseDenial == "noun" || (_clauseDenial == "verb" && sense.Slot is Slot.Deed or Slot.Atmosphere))
        {
            Deny(sense);
            return;
        }

        switch (sense.Slot)
        {
            case Slot.Subject when sense["worn"] is not null && Wearer(i):
                _worn = _described.Colour;
                _described = new Description();
                whole.CannotShow("a figure has no clothes of its own", Original(token), "its colour");
                break;
            case Slot.Subject when sense["worn"] is not null && Draft.HasFigure:
                Draft.Dress(_described.Colour);
                _described = new Description();
                whole.CannotShow("a figure has no clothes of its own", Original(token), "its colour");
                break;
            case Slot.Move when Weather.Moves(_tokens, i):
            case Slot.Light when OfNext(i):
                break;
            case Slot.Subject:
                Draft.Add(_described.Thing(sense, token, text), IsListed(i));
                if (_worn is not null && Draft.HasFigure)
                {
                    Draft.Dress(_worn);
                    _worn = null;
                }

                _described = new Description();
                _textCue = null;
                break;
            case Slot.Product:
                Draft.Read = Draft.Read with { Product = true };
                break;
            case Slot.Deed:
                Act(i, sense);
                break;
            case Slot.Part:
                // "Red silk" in the wind is not the colour of what is named next.
                _described = new Description();
                Draft.Mention(sense, Original(token));
                break;
            case Slot.Setting or Slot.Atmosphere or Slot.Move or Slot.Framing or Slot.Angle or Slot.Aperture or Slot.Light or Slot.Transition:
                Draft.Read = Sight.With(Draft.Read, sense);
                break;
            case Slot.Time:
                _time ??= sense.Value;
                break;
            case Slot.Money when _textCue == "price" || (i > 0 && _tokens[i - 1].Text is "from" or "only" or "just" or "now"):
                _textCue = "price";
                Quote(Original(token));
                break;
            case Slot.Money:
                break;
            case Slot.Quote:
                Quote(quoted[int.Parse(sense.Value, CultureInfo.InvariantCulture)]);
                break;
            case Slot.Text:
                _textCue = sense.Value;
                break;
            case Slot.Mood:
                whole.Read = whole.Read with
                {
                    Mood = whole.Feel(Kebab.Parse<Mood>(sense.Value), sense["feast"] is not null),
                    Pace = sense["pace"] == "fast" ? 1 : whole.Read.Pace,
                };
                break;
            case Slot.Dramaturgy:
                whole.Read = whole.Read with { Dramaturgy = whole.Read.Dramaturgy ?? Kebab.Parse<Dramaturgy>(sense.Value) };
                break;
            case Slot.Pace when lexicon.Language is not null && Describes.Happening(_tokens, i):
                break;
            case Slot.Pace:
                whole.Read = whole.Read with { Pace = sense.Value == "slow" ? -1 : 1 };
                break;
            case Slot.Sound:
                whole.Sound(sense.Value, true);
                break;
            case Slot.Takes:
                whole.Read = whole.Read with { OneTake = true };
                break;
            default:
                Impossible(token, sense);
                break;
        }
    }

    private void Act(int i, Sense sense)
    {
        var token = _tokens[i];
        var deed = Kebab.Parse<Deed>(sense.Value);
        if (Weather.Doer(_tokens, i)?.Is(Slot.Unshowable) == true)
        {
            whole.CannotShow("who does it isn't shown", Original(token), "the things by themselves");
            return;
        }

        if (Weather.Does(_tokens, i, deed))
        {
            if (Weather.IsSnow(_tokens, i))
            {
                Draft.Read = Draft.Read with { Atmosphere = Draft.Read.Atmosphere ?? Atmosphere.Snow };
            }

            return;
        }

        if (sense["near"] is { } near)
        {
            whole.CannotShow("the engine can't show this as such", Original(token), near);
        }

        if (Draft.Deed is not (null or Deed.Stand) && deed != Draft.Deed && !oneStep && _sentenceEnded)
        {
            Begin();
        }

        if (sense["place"] is { } place)
        {
            Draft.Read = Draft.Read with { Setting = Draft.Read.Setting ?? Kebab.Parse<Setting>(place) };
        }

        if (!Draft.Do(deed, token.Start, sense["passive"] is not null))
        {
            whole.CannotShow("a shot shows one deed", Original(token), "the one before");
        }
    }

    private void Quote(string words)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (_textCue == "call-to-action")
        {
            whole.Read = whole.Read with { CallToAction = words };
        }
        else if (_textCue == "line")
        {
            Draft.Read = Draft.Read with { Line = words };
        }
        else if (_textCue == "price")
        {
            // A price stands beside other words: "50 % off", "$19.99".
            if (Draft.Read.Price is not null && !oneStep)
            {
                Begin();
            }

            Draft.Read = Draft.Read with { Price = words };
        }
        else
        {
            if (Draft.Read.Caption is not null && !oneStep)
            {
                Begin();
            }

            Draft.Read = Draft.Read with { Caption = new Caption(words) };
        }

        _textCue = null;
    }

    // In Japanese and German what denies may stand behind what it denies.
    private void DenyClause(int at)
    {
        _clauseDenial = lexicon.Language is null ? null
            : _tokens.Skip(at + 1).TakeWhile(token => !token.Is(Slot.Break)).Select(token => token.As(Slot.Negation)?["after"]).FirstOrDefault(after => after is not null);
    }

    private void Deny(Sense sense)
    {
        switch (sense.Slot)
        {
            case Slot.Sound:
                whole.Sound(sense.Value, false);
                break;
            case Slot.Text when sense.Value is "caption":
                whole.Read = whole.Read with { Captions = false };
                break;
            case Slot.Text when sense.Value is "end-card":
                whole.Read = whole.Read with { EndCard = false };
                break;
            case Slot.Subject:
                whole.Read = whole.Read with { Without = [.. whole.Read.Without, sense.Value] };
                break;
            case Slot.Atmosphere:
                Draft.Read = Draft.Read with { Atmosphere = Draft.Read.Atmosphere ?? Atmosphere.Clear };
                break;
            case Slot.Move:
                Draft.Read = Draft.Read with { Move = Draft.Read.Move ?? CameraMove.Still };
                break;
        }
    }

    private void Impossible(Token token, Sense sense)
    {
        _described = new Description();
        if (Sight.Nearest(sense) is { } near)
        {
            Draft.Read = Draft.Read with { Setting = Draft.Read.Setting ?? near };
        }

        var (kind, instead) = Sight.Instead(sense, Draft.Read);
        whole.CannotShow(kind, Original(token), instead);
    }

    private void Length(Sense sense)
    {
        if (_described.Number is not { } number)
        {
            return;
        }

        var seconds = (decimal)Math.Min(number, 3600) * (sense.Value == "minute" ? 60 : 1);
        _described = new Description();
        if (oneStep)
        {
            Draft.Read = Draft.Read with { Seconds = Draft.Read.Seconds ?? seconds };
        }
        else
        {
            whole.Read = whole.Read with { Seconds = whole.Read.Seconds ?? seconds };
        }
    }

    private void Unknown(Token token)
    {
        if (token.Text == "of")
        {
            // "A stack of books": the number was of stacks.
            _described = _described with { Number = null };
        }

        if (token.Text is "wide" or "medium" or "close" or "tight")
        {
            Terse(token, _tokens.ToList().IndexOf(token));
        }

        if (token.Text is "but" or "only" or "with" or "keep" or "just" or "while" or "make" or "change" or "replace" or "use")
        {
            _denied = false;
        }
    }

    // "A castle... no wait, a beach": what was said of this shot so far does not hold.
    private void Retract()
    {
        _denied = false;
        _described = new Description();
        _time = null;
        _drafts[^1] = new StepDraft();
        whole.TakeBack(0);
    }

    // What stands behind a comma or a conjunction is another thing, not another word for the one before.
    private bool IsListed(int i)
    {
        var before = i - 1;
        while (before >= 0 && (_tokens[before].Is(Slot.Article) || _tokens[before].Is(Slot.Number) || _tokens[before].Is(Slot.Colour)
            || _tokens[before].Is(Slot.Matter) || _tokens[before].Is(Slot.Size) || _tokens[before].Is(Slot.Measure)))
        {
            before--;
        }

        return before >= 0 && (_tokens[before].Text is "and" or "with" or "beside" or "near" or "or" or "\u3001" or "next to"
            || text.AsSpan(_tokens[before].End.._tokens[before + 1].Start).IndexOfAny("\u548c\u4e0e\u8ddf\u53ca") >= 0);
    }

    /// <summary>Whether the next thing named is a figure that wears this one: 穿红裙子的女人.</summary>
    private bool Wearer(int i) =>
        _tokens.Skip(i + 1).Take(2).Select(token => token.As(Slot.Subject)).FirstOrDefault(sense => sense is not null)?["form"] == "mannequin"
        && text.AsSpan(_tokens[i].End.._tokens[i + 1].Start).Contains('\u7684');

    // "Shot 1: wide - a street": alone before a dash it is the framing.
    private void Terse(Token token, int i)
    {
        var next = i + 1 < _tokens.Count ? _tokens[i + 1].Start : text.Length;
        if (oneStep && _tokens.Take(i).All(known => known.Is(Slot.Break) || known.Is(Slot.Number) || known.Is(Slot.Unit))
            && (next == text.Length || text.AsSpan(token.End..next).IndexOfAny("-\u2013\u2014") >= 0 || _tokens[i + 1].Is(Slot.Break)))
        {
            var framing = token.Text switch { "wide" => Framing.Wide, "medium" => Framing.Medium, _ => Framing.Close };
            Draft.Read = Draft.Read with { Framing = Draft.Read.Framing ?? framing };
        }
    }

    private void Begin()
    {
        _sentenceEnded = false;
        _described = new Description();
        FromTime();
        if (!oneStep && !Draft.IsEmpty)
        {
            _drafts.Add(new StepDraft());
        }
    }

    private void FromTime()
    {
        Draft.Read = Sight.At(Draft.Read, _time, anywhere: !DeedStyle.Of(Draft.Deed).Only);
        _time = null;
    }

    // A colour before any noun, known or not, is that noun's; alone or before "background" it is the whole video's.
    private bool StandsAlone(int i)
    {
        var next = i + 1 < _tokens.Count ? _tokens[i + 1] : null;
        var between = text.AsSpan(_tokens[i].End..(next?.Start ?? text.Length)).Trim(" \u7684");
        return between.IsEmpty && (next is null || next.Is(Slot.Break) || next.Is(Slot.Edit)
            || (next.Text == "and" && !(i + 2 < _tokens.Count && _tokens[i + 2].Is(Slot.Colour))));
    }

    // "Soft music", "bright red": the word says something of the next one, and nothing of the light.
    private bool OfNext(int i) => _tokens[i].Text is "soft" or "bright" or "warm" or "cold" && i + 1 < _tokens.Count && _tokens[i + 1] is var next
        && (next.Is(Slot.Sound) || next.Is(Slot.Colour) || next.Is(Slot.Matter) || (next.Is(Slot.Subject) && _tokens[i].Text is "soft" or "cold"))
        && text.AsSpan(_tokens[i].End..next.Start).Trim(' ').IsEmpty;

    private string Original(Token token) => text[token.Start..token.End];
}
