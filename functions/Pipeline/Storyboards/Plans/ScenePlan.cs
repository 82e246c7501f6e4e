using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>A storyboard for a prompt without a product: what it tells, in its order, covered from several sides.</summary>
internal static class ScenePlan
{
    private const int LongestTitle = 60;
    private const int FewestTitleWords = 2;
    private const decimal ShortestShot = 0.7m;

    /// <summary>The storyboard, and what had to be assumed.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="before">The shot that it follows; null where it is the beginning.</param>
    public static WrittenStoryboard Write(Order order, Shot? before = null)
    {
        var warnings = new List<string>();
        var steps = new Fitting(null, _ => false, warnings).Fit(WithThings(order, warnings), anywhere: order.Backdrop is not null);
        var (roles, wishes) = Covered(order, steps);
        var casting = new Casting(Languages.IsChinese(order.Language), null);
        var choice = order.Choice;
        if ((order.Request.Dramaturgy ?? order.Brief.Dramaturgy) is not null)
        {
            warnings.Add("A dramaturgy tells of a product; without one the prompt is filmed as it tells.");
        }

        var lengths = ShotLengths.Split(order.Seconds, Weights(roles, wishes));
        var shots = new List<Shot>();
        for (var i = 0; i < roles.Count; i++)
        {
            shots.Add(Filmed(order, roles[i], wishes[i], i, lengths[i], shots.LastOrDefault() ?? before, casting, choice));
        }

        var storyboard = new Storyboard
        {
            Title = Title(order),
            Language = order.Language,
            Look = order.Look,
            Sound = order.Sound,
            Captions = order.Brief.Captions ? CaptionStyle.Clean : CaptionStyle.None,
            Cast = casting.Cast,
            Shots = shots,
            EndCard = Card(order, shots[^1].Seconds),
        };
        return new WrittenStoryboard(storyboard, [.. warnings, .. casting.Warnings]);
    }

    private static Shot Filmed(
        Order order, Role role, Step wish, int i, decimal seconds, Shot? before, Casting casting, Choice choice)
    {
        var style = order.Style;
        var place = wish.Setting ?? order.Backdrop ?? DefaultSetting(order);
        var ids = casting.Ids(wish);
        var deed = Fitting.Here(Possible(Deed(role, wish), ids.Count), place);
        var moves = order.Request.Variant == 0 && (order.Brief.OneTake || before is not null) ? role.Moves : [choice.Of(role.Moves, i), .. role.Moves];
        var caption = order.Brief.Captions && wish.Shown is { } asked && Captions.Reading.CanRead(asked.Text, seconds) ? Short(asked) : null;
        return new Shot
        {
            Id = $"shot-{i + 1}",
            Seconds = seconds,
            Setting = place,
            Subjects = ids,
            Action = deed,
            Camera = Variety.Camera(role, wish, before?.Camera, moves),
            Light = wish.Light ?? style.Lights[order.Request.Variant % style.Lights.Count],
            Atmosphere = wish.Atmosphere,
            Caption = caption,
            Line = wish.Line is { Length: > 0 and <= 500 } line && order.Request.Voice ? line : null,
            Speaker = wish.Line is { Length: > 0 and <= 500 } && order.Request.Voice ? wish.Speaker : null,
            Transition = before is null ? new Transition() : order.Transition(wish.Transition, seconds),
        };
    }

    /// <summary>Which roles the shots have and which step each shows.</summary>
    private static (IReadOnlyList<Role> Roles, IReadOnlyList<Step> Wishes) Covered(Order order, IReadOnlyList<Step> steps)
    {
        var least = (int)Math.Ceiling(order.Seconds / 60);
        if (order.Brief.OneTake)
        {
            return (Role.Plan("scene", Math.Max(1, least)), [.. Enumerable.Repeat(steps[0], Math.Max(1, least))]);
        }

        var most = ShotLengths.Most(order.Seconds, ShortestShot);
        if (steps.Count == 1)
        {
            var count = Math.Clamp(ShotLengths.Count(order.Seconds, ad: false, order.MoreShots), Math.Min(least, most), most);
            var plan = Role.Plan("scene", count);
            return (plan, [.. plan.Select((role, i) => i == 0 ? steps[0] : Again(steps[0], role))]);
        }

        var told = steps.Take(most).ToList();
        var roles = told.Select((_, i) => Role.Plan("scene", 6)[i % 2 == 0 ? 0 : 2]).ToList();
        if (!order.Brief.Numbered && told.Count < most && order.Seconds / told.Count > 5)
        {
            roles.Add(Role.Plan("scene", 3)[2]);
            told.Add(Again(told[^1], roles[^1]));
        }

        return (roles, told);
    }

    // A further look at the same scene keeps its place and light; words and camera were for the first look.
    private static Step Again(Step step, Role role) => step with
    {
        Move = null,
        Framing = null,
        Elevation = null,
        Caption = null,
        Price = null,
        Line = null,
        Transition = null,
        Deed = role.Deed == "asked" ? step.Deed : DeedStyle.Of(step.Deed).After,
    };

    private static double[] Weights(IReadOnlyList<Role> roles, IReadOnlyList<Step> wishes) =>
    [
        .. roles.Select((role, i) => wishes[i].Seconds is { } seconds and > 0 && wishes.All(wish => wish.Seconds > 0)
            ? (double)seconds
            : role.Weight),
    ];

    private static Deed Deed(Role role, Step wish)
    {
        var suited = FormStyle.Of(wish.Subjects[0].Form).Deeds;
        var usual = role.Deed switch
        {
            "asked" => suited[0],
            "hero" when suited.Contains(Contract.Storyboards.Deed.Turn) => Contract.Storyboards.Deed.Turn,
            _ => Contract.Storyboards.Deed.Stand,
        };
        return Possible(wish.Deed ?? usual, wish.Subjects.Count);
    }

    // Raining and colliding take two; alone, a thing falls.
    private static Deed Possible(Deed deed, int things) =>
        deed is Contract.Storyboards.Deed.Collide or Contract.Storyboards.Deed.Shower && things < 2 ? Contract.Storyboards.Deed.Drop : deed;

    private static Setting DefaultSetting(Order order) => order.Mood switch
    {
        _ when order.Request.Variant == 0 && order.Occasion is { Settings: [var fitting, ..] } => fitting,
        _ when order.Request.Variant > 0 => order.Style.Settings[order.Request.Variant % order.Style.Settings.Count],
        Mood.Playful => Setting.ColourStudio,
        Mood.Festive => Setting.GiftRoom,
        Mood.Epic or Mood.Energetic => Setting.DarkStudio,
        _ => Setting.WhiteStudio,
    };

    private static IReadOnlyList<Step> WithThings(Order order, List<string> warnings)
    {
        var steps = order.Brief.Steps;
        var picture = order.Request.Pictures.Count > 0 ? order.Request.Pictures[0].Blob.Sha256 : null;
        var named = steps.SelectMany(step => step.Subjects).FirstOrDefault();
        if (named is null && picture is null && !steps.All(step => DeedStyle.Of(step.Deed).Actor is not null))
        {
            warnings.Add("The prompt names nothing that the engine can build; a plain ball stands in for it.");
        }

        var stand = named ?? SubjectWish.Plain(picture is null ? "ball" : "card");
        return
        [
            .. steps.Select(step => step.Subjects.Count > 0 || (picture is null && DeedStyle.Of(step.Deed).Actor is not null) ? step : step with { Subjects = [stand] })
                .Select(step => picture is null ? step : step with { Subjects = [.. step.Subjects.Select(wish => Pictured(wish, stand, picture))] }),
        ];
    }

    // The caller's picture is of the first thing that he names; shapes that can't carry a picture become a card.
    private static SubjectWish Pictured(SubjectWish wish, SubjectWish hero, string picture) => wish.Thing != hero.Thing || wish.Picture is not null ? wish : wish with
    {
        Picture = picture,
        Form = FormStyle.Of(wish.Form).Pictured is var form && form is Form.Box or Form.Bottle or Form.Can or Form.Slab or Form.Pouch ? form : Form.Card,
        Colour = null,
    };

    private static Caption Short(Caption caption) => caption.Text.Length <= 120 ? caption : caption with { Text = caption.Text[..120] };

    private static string Title(Order order)
    {
        var clauses = Headings.Split(order.Request.Prompt).Parts[0].Split(
            ['.', ',', ';', '\n', '\u3002', '\uff0c', '\uff1b', '!', '\uff01'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (clauses.FirstOrDefault(words => Captions.Reading.Words(words) >= FewestTitleWords) is not { } clause
            && (clause = clauses.FirstOrDefault()) is null)
        {
            return order.Request.Brand?.Name ?? "Video";
        }

        var cut = clause.Length <= LongestTitle ? LongestTitle : clause.LastIndexOf(' ', LongestTitle);
        return clause.Length <= LongestTitle ? clause : clause[..(cut > 0 ? cut : LongestTitle)];
    }

    /// <summary>Without a brand, the shop that the link leads to signs the card: the code needs a place.</summary>
    private static EndCard? Card(Order order, decimal lastSeconds)
    {
        var signed = order.Request.Brand is { Name.Length: > 0 } brand ? brand.Name
            : order.Request.Link is { } link ? new Uri(link.Destination).Host
            : null;
        return signed is null || !order.Brief.Captions || !order.Brief.EndCard || lastSeconds < 1 ? null : new EndCard
        {
            Title = signed,
            CallToAction = order.Request.Link is null && order.Brief.CallToAction is null ? null : order.Brief.CallToAction ?? Phrases.Look(order.Language),
            Seconds = Math.Min(2.5m, lastSeconds),
        };
    }
}
