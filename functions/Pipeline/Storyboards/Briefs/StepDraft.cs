using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>A step while its words are being read.</summary>
internal sealed class StepDraft
{
    private const int Few = 3;

    /// <summary>How many circle round something when the brief only says that there are some.</summary>
    private const int Circle = 6;

    /// <summary>How many rain down when the brief only says that there are several.</summary>
    private const int Rain = 12;

    /// <summary>Things that are named for what is in them.</summary>
    private static readonly HashSet<string> _vessels = ["bottle", "can", "cup", "pouch"];

    private readonly List<SubjectWish> _subjects = [];
    private readonly List<(Sense Sense, string Word)> _parts = [];
    private int _deedAt = -1;
    private bool _passive;

    /// <summary>What was read so far, but for things and deed.</summary>
    public Step Read { get; set; } = new();

    /// <summary>What is done so far.</summary>
    public Deed? Deed { get; private set; }

    /// <summary>Whether there is anything in it that a shot could be made of.</summary>
    public bool IsEmpty => _subjects.Count == 0 && Deed is null && Read == new Step();

    /// <summary>A thing is named.</summary>
    /// <param name="wish">The thing.</param>
    /// <param name="listed">Whether it is named as one more.</param>
    public void Add(SubjectWish wish, bool listed = false)
    {
        var same = _subjects.FindIndex(known => known.Thing == wish.Thing && (!wish.Described || (known.Colour == wish.Colour && known.Matter == wish.Matter)));
        if (same >= 0)
        {
            return;
        }

        // "A perfume ... the bottle", "a cup of coffee": the vessel is what it holds.
        var held = listed ? -1 : _subjects.FindIndex(known => known.Form == wish.Form && (_vessels.Contains(known.Thing) != _vessels.Contains(wish.Thing)) && known.Count == wish.Count);
        if (held < 0)
        {
            _subjects.Add(wish);
            return;
        }

        var (vessel, inside) = _vessels.Contains(wish.Thing) ? (wish, _subjects[held]) : (_subjects[held], wish);
        _subjects[held] = inside with
        {
            At = _subjects[held].At,
            Colour = vessel.Described && vessel.Colour is not null ? vessel.Colour : inside.Colour,
            Described = inside.Described || vessel.Described,
        };
    }

    /// <summary>One more of the last thing, described anew: "a red bottle and a blue one".</summary>
    /// <returns>Whether there is a last thing.</returns>
    public bool Again(Description described, int at)
    {
        if (_subjects.Count == 0)
        {
            return false;
        }

        var last = _subjects[^1];
        _subjects.Add(last with { Colour = described.Colour ?? last.Colour, Matter = described.Matter ?? last.Matter, Count = 1, Said = null, Described = true, At = at });
        return true;
    }

    /// <summary>The last thing is of a material.</summary>
    /// <returns>Whether there is a last thing.</returns>
    public bool Make(Matter matter)
    {
        if (_subjects.Count > 0)
        {
            _subjects[^1] = _subjects[^1] with { Matter = matter, Described = true };
        }

        return _subjects.Count > 0;
    }

    /// <summary>The last thing has a colour, material or size.</summary>
    /// <returns>Whether there is a last thing.</returns>
    public bool Describe(Description described)
    {
        if (_subjects.Count > 0)
        {
            var last = _subjects[^1];
            _subjects[^1] = last with
            {
                Colour = described.Colour ?? last.Colour,
                Matter = described.Matter ?? last.Matter,
                Height = Math.Clamp(last.Height * (described.Size ?? 1), 0.01, 5),
                Described = true,
            };
        }

        return _subjects.Count > 0;
    }

    /// <summary>The things that were named from a place of the text on are not wanted.</summary>
    public void TakeBack(int from) => _subjects.RemoveAll(wish => wish.At >= from);

    /// <summary>Something is named that places and deeds show by themselves.</summary>
    public void Mention(Sense part, string word) => _parts.Add((part, word));

    /// <summary>Whether a figure is there that may wear something.</summary>
    public bool HasFigure => _subjects.Exists(wish => wish.Form == Form.Mannequin);

    /// <summary>The last figure wears a colour.</summary>
    public void Dress(string? colour)
    {
        var figure = _subjects.FindLastIndex(wish => wish.Form == Form.Mannequin);
        _subjects[figure] = _subjects[figure] with { Colour = colour ?? _subjects[figure].Colour };
    }

    /// <summary>A deed is named. The first counts, but for one that another says more about: what breaks fell before.</summary>
    /// <returns>Whether it is what is shown, or part of that.</returns>
    public bool Do(Deed deed, int at, bool passive)
    {
        if (Deed is not { } said || IsMore(said, deed))
        {
            (Deed, _deedAt, _passive) = (deed, at, passive);
            return true;
        }

        // What rolls off a table falls: that is part of it.
        return deed == Deed || (deed == Contract.Storyboards.Deed.Drop && Deed is Contract.Storyboards.Deed.Roll or Contract.Storyboards.Deed.Slide or Contract.Storyboards.Deed.Topple or Contract.Storyboards.Deed.Bounce) || deed == Contract.Storyboards.Deed.Stand || IsMore(deed, Deed.Value);
    }

    /// <summary>The step, its things in the order that the deed needs.</summary>
    /// <param name="missing">Takes the words for what neither place nor deed shows.</param>
    public Step Done(Action<string> missing)
    {
        var step = Staged();
        foreach (var (sense, word) in _parts)
        {
            if (!IsShown(sense, step))
            {
                missing(word);
            }
            else if (sense["colour"] is { } colour)
            {
                step = step with { Subjects = [.. step.Subjects.Select(thing => thing.Form == Form.DrinkingGlass && !thing.Described ? thing with { Colour = colour } : thing)] };
            }
        }

        return step;
    }

    private Step Staged()
    {
        var things = Ordered();
        if (Deed == Contract.Storyboards.Deed.Collide && things is [{ Count: > 1 } crowd] && !Read.Product)
        {
            // Two of a kind that collide: one of them is hit by the other.
            things = [crowd with { Count = 1, Described = true }, crowd with { Count = crowd.Count - 1, Described = true, Twin = true }];
        }

        if (Deed == Contract.Storyboards.Deed.Shower && things is [{ Count: > 1 and <= Few } rain] && !Read.Product)
        {
            things = [rain with { Count = Rain }];
        }

        if (Deed == Contract.Storyboards.Deed.Shower && things is [var hero, .. var falling])
        {
            things = [hero, .. falling.Select(thing => thing.Count <= Few && !thing.Described && thing.Form is (Form.Ribbon or Form.Leaf or Form.Petal) ? thing with { Count = Rain } : thing)];
        }

        if (Deed == Contract.Storyboards.Deed.Orbit && things is [var centre, { Count: <= Few } few])
        {
            things = [centre, few with { Count = Circle }];
        }

        var deed = Deed switch
        {
            Contract.Storyboards.Deed.Collide when things.Count + (Read.Product ? 1 : 0) < 2 => Contract.Storyboards.Deed.Topple,
            Contract.Storyboards.Deed.Shower when things.Count + (Read.Product ? 1 : 0) < 2 => Contract.Storyboards.Deed.Drop,
            Contract.Storyboards.Deed.Drop when IsShower(things) => Contract.Storyboards.Deed.Shower,
            Contract.Storyboards.Deed.FlyThrough or Contract.Storyboards.Deed.Float when things is [{ Form: Form.Car }] => Contract.Storyboards.Deed.Drive,
            var other => other,
        };
        // Rain in a room is rain on its window.
        var setting = Read is { Setting: Setting.WoodenTable, Atmosphere: Atmosphere.Rain } ? Setting.RainWindow : Read.Setting;
        return Read with { Subjects = things, Deed = deed, Setting = setting };
    }

    // Thin light things that fall beside something else rain down around it.
    private bool IsShower(IReadOnlyList<SubjectWish> things) =>
        things.Count + (Read.Product ? 1 : 0) > 1 && things.Any(IsLight) && things.Count(thing => !IsLight(thing)) <= 1;

    private List<SubjectWish> Ordered()
    {
        // Who acts stands last before the verb; Collide wants the one that is hit first.
        var before = _subjects.LastOrDefault(wish => wish.At < _deedAt);
        var after = _subjects.FirstOrDefault(wish => wish.At > _deedAt && (Deed != Contract.Storyboards.Deed.Pour || wish.Form is Form.DrinkingGlass or Form.Cup))
            ?? _subjects.FirstOrDefault(wish => wish.At > _deedAt);
        var first = Deed switch
        {
            Contract.Storyboards.Deed.Collide or Contract.Storyboards.Deed.Pour or Contract.Storyboards.Deed.Orbit when !_passive && after is not null => after,
            null or Contract.Storyboards.Deed.Stand => null,
            // "A robot assembles a car": it happens to what the figure does it to.
            Contract.Storyboards.Deed.Assemble or Contract.Storyboards.Deed.Unbox or Contract.Storyboards.Deed.Shatter
                when before?.Form == Form.Mannequin && after is not null => after,
            _ => before is not null && (after is null || !IsLight(before)) ? FirstOfRun(before) : after,
        };
        var ordered = first is null ? _subjects : [first, .. _subjects.Where(wish => wish != first)];
        return [.. ordered.OrderBy(wish => IsLight(wish) && ordered.Count > 1 ? 1 : 0)];
    }

    // "A bottle and a cup fall": of things that act together the first leads.
    private SubjectWish FirstOfRun(SubjectWish before) =>
        Deed == Contract.Storyboards.Deed.Collide ? before : _subjects.First(wish => wish.At <= before.At);

    private static bool IsLight(SubjectWish wish) => wish.Form is Form.Petal or Form.Leaf or Form.Ribbon || wish.Count > 6;

    private static bool IsMore(Deed said, Deed deed) => (said, deed) switch
    {
        (Contract.Storyboards.Deed.Stand, _) => true,
        (Contract.Storyboards.Deed.Turn, not (Contract.Storyboards.Deed.Stand or Contract.Storyboards.Deed.Turn)) => true,
        (Contract.Storyboards.Deed.Drop or Contract.Storyboards.Deed.Topple, Contract.Storyboards.Deed.Shatter or Contract.Storyboards.Deed.SplashIn) => true,
        (Contract.Storyboards.Deed.Float, Contract.Storyboards.Deed.Ripple) => true,
        (Contract.Storyboards.Deed.Spin or Contract.Storyboards.Deed.Turn, Contract.Storyboards.Deed.Pirouette) => true,
        (Contract.Storyboards.Deed.Levitate, Contract.Storyboards.Deed.FlyThrough or Contract.Storyboards.Deed.Assemble or Contract.Storyboards.Deed.Orbit) => true,
        _ => false,
    };

    private static bool IsShown(Sense part, Step step) =>
        Lists(part["deeds"], step.Deed) || Lists(part["settings"], step.Setting)
        || step.Subjects.Any(thing => part["things"]?.Split(',').Contains(thing.Thing) == true);

    private static bool Lists<TEnum>(string? names, TEnum? value)
        where TEnum : struct, Enum =>
        value is { } known && names?.Split(',').Select(Kebab.Parse<TEnum>).Contains(known) == true;
}
