using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>A step while its words are being read.</summary>
internal sealed class StepDraft
{
    private const int Few = 3;

    /// <summary>How many rain down when the brief only says that there are several.</summary>
    private const int Rain = 12;

    private readonly List<SubjectWish> _subjects = [];
    private int _deedAt = -1;
    private bool _passive;

    /// <summary>What was read so far, but for things and deed.</summary>
    public Step Read { get; set; } = new();

    /// <summary>What is done so far.</summary>
    public Deed? Deed { get; private set; }

    /// <summary>Whether there is anything in it that a shot could be made of.</summary>
    public bool IsEmpty => _subjects.Count == 0 && Deed is null && Read == new Step();

    /// <summary>A thing is named.</summary>
    public void Add(SubjectWish wish)
    {
        var same = _subjects.FindIndex(known => known.Thing == wish.Thing && (!wish.Described || known.Colour == wish.Colour));
        if (same < 0)
        {
            _subjects.Add(wish);
        }
    }

    /// <summary>A deed is named. Standing gives way to anything else.</summary>
    public void Do(Deed deed, int at, bool passive)
    {
        if (Deed is null or Contract.Storyboards.Deed.Stand || (Deed == Contract.Storyboards.Deed.Turn && deed == Contract.Storyboards.Deed.Levitate))
        {
            (Deed, _deedAt, _passive) = (deed, at, passive);
        }
    }

    /// <summary>The step, its things in the order that the deed needs.</summary>
    public Step Done()
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

        var deed = Deed switch
        {
            Contract.Storyboards.Deed.Collide when things.Count + (Read.Product ? 1 : 0) < 2 => Contract.Storyboards.Deed.Topple,
            Contract.Storyboards.Deed.Shower when things.Count + (Read.Product ? 1 : 0) < 2 => Contract.Storyboards.Deed.Drop,
            Contract.Storyboards.Deed.Drop when IsShower(things) => Contract.Storyboards.Deed.Shower,
            var other => other,
        };
        return Read with { Subjects = things, Deed = deed };
    }

    // Thin light things that fall beside something else rain down around it.
    private bool IsShower(IReadOnlyList<SubjectWish> things) =>
        things.Count + (Read.Product ? 1 : 0) > 1 && things.Any(IsLight) && things.Count(thing => !IsLight(thing)) <= 1;

    private List<SubjectWish> Ordered()
    {
        // Who acts stands last before the verb; Collide wants the one that is hit first.
        var before = _subjects.LastOrDefault(wish => wish.At < _deedAt);
        var after = _subjects.FirstOrDefault(wish => wish.At > _deedAt);
        var first = Deed switch
        {
            Contract.Storyboards.Deed.Collide when !_passive && after is not null => after,
            null or Contract.Storyboards.Deed.Stand => null,
            _ => before is not null && (after is null || !IsLight(before)) ? FirstOfRun(before) : after,
        };
        var ordered = first is null ? _subjects : [first, .. _subjects.Where(wish => wish != first)];
        return [.. ordered.OrderBy(wish => IsLight(wish) && ordered.Count > 1 ? 1 : 0)];
    }

    // "A bottle and a cup fall": of things that act together the first leads.
    private SubjectWish FirstOfRun(SubjectWish before) =>
        Deed == Contract.Storyboards.Deed.Collide ? before : _subjects.First(wish => wish.At <= before.At);

    private static bool IsLight(SubjectWish wish) => wish.Form == Form.Petal || wish.Count > 6;
}
