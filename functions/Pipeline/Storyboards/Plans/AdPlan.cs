using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>
/// A storyboard for a product: a hook with the product in motion, its details with what the shop says about it, a physical
/// moment, and an end card with price and call to action.
/// </summary>
internal static class AdPlan
{
    private const int PetalCount = 24;

    /// <summary>Metres up to which a product fits under a cloth and into a box.</summary>
    private const double HandHigh = 0.6;

    /// <summary>The storyboard, and what had to be assumed.</summary>
    public static WrittenStoryboard Write(Order order, ProductBrief product)
    {
        var warnings = new List<string>();
        var chinese = Languages.IsChinese(order.Language);
        var hero = ProductCast.Of(product, warnings);
        var thing = ProductCast.Thing(product)?.Value;
        var casting = new Casting(chinese, hero, thing);
        order = order with { Brief = order.Brief with { Steps = new Fitting(hero.Form, casting.IsProduct, warnings).Fit(order.Brief.Steps, anywhere: true) } };
        var choice = order.Choice;
        warnings.AddRange(Untold(order, product));
        var roles = Roles(order);
        var wishes = Wishes(order, roles);
        var lengths = ShotLengths.Split(order.Seconds, [.. roles.Select((role, i) => Weight(role, wishes, i))]);
        var setting = order.InTurn(Places(order, thing), 1);
        var deeds = Moments(order, hero.Form, choice);
        Deed[] further = [.. Suited(hero.Form).Except(deeds), .. deeds];
        var words = new AdWords(order, product, wishes, roles, lengths);
        var shots = new List<Shot>();
        for (var i = 0; i < roles.Count; i++)
        {
            var (role, wish, seconds) = (roles[i], wishes[i], lengths[i]);
            var deed = Asked(wish) ?? After(order, i) ?? role.Deed switch
            {
                "moment" => deeds[0],
                "moment2" => roles.Take(i).Count(earlier => earlier.Deed == "moment2") is > 0 and var nth ? further[(nth - 1) % further.Length] : deeds[1],
                "hero" => deeds.Contains(Deed.Turn) || !FormStyle.Of(hero.Form).Deeds.Contains(Deed.Turn) ? Deed.Stand : Deed.Turn,
                "show" or "asked" => Deed.Stand,
                var named => Suited(hero, Kebab.Parse<Deed>(named), deeds[0]),
            };
            var ids = Things(order, wish, deed, casting);
            var place = wish.Setting ?? order.Backdrop ?? setting;
            shots.Add(new Shot
            {
                Id = role.Name,
                Seconds = seconds,
                Setting = place,
                Subjects = ids,
                Action = deed is Deed.Shower or Deed.Collide or Deed.Orbit or Deed.FlyThrough && ids.Count < 2 ? Deed.Turn : Fitting.Here(deed, place),
                Camera = Variety.Camera(role, wish, shots.LastOrDefault()?.Camera, [choice.Of(role.Moves, 10 + i), .. role.Moves]),
                Light = wish.Light ?? role.Light ?? order.Style.Lights[(i == 0 || role.Name == "end") == (order.Request.Variant % 2 == 0) ? 0 : ^1],
                Atmosphere = wish.Atmosphere ?? role.Air,
                Caption = words.Caption(i),
                Line = words.Line(i),
                Transition = i == 0 ? new Transition() : order.Transition(wish.Transition, seconds),
            });
        }

        var storyboard = new Storyboard
        {
            Title = product.Title.Trim() is { Length: <= 120 } title ? title : product.Title.Trim()[..120],
            Language = order.Language,
            Look = order.Look,
            Sound = order.Sound,
            Captions = order.Brief.Captions ? CaptionStyle.Clean : CaptionStyle.None,
            Cast = casting.Cast,
            Shots = shots,
            EndCard = words.EndCard(shots[^1].Seconds),
        };
        return new WrittenStoryboard(storyboard, [.. warnings, .. casting.Warnings]);
    }

    private static IReadOnlyList<Role> Roles(Order order)
    {
        var least = (int)Math.Ceiling(order.Seconds / 60);
        if (order.Brief.OneTake)
        {
            return order.Telling?.Plan(Math.Max(1, least)) ?? Role.Plan("ad", Math.Max(1, least));
        }

        var usual = Math.Max(ShotLengths.Count(order.Seconds, ad: true, order.MoreShots), order.Telling?.Least ?? 1);
        var told = order.Brief.Steps.Count > 1 ? order.Brief.Steps.Count : 0;
        var most = ShotLengths.Most(order.Seconds, 1);
        var count = Math.Clamp(order.Brief.Numbered && told > 0 ? told : Math.Max(told, usual), Math.Min(least, most), most);
        return order.Telling?.Plan(count) ?? Role.Plan("ad", count);
    }

    /// <summary>What the prompt says for each shot. One scene sets place and light for all and moves the first.</summary>
    private static IReadOnlyList<Step> Wishes(Order order, IReadOnlyList<Role> roles)
    {
        var steps = order.Brief.Steps;
        return
        [
            .. roles.Select((role, i) => i < steps.Count
                ? steps[i]
                : new Step
                {
                    Setting = steps.Count > 0 ? steps[^1].Setting : null,
                    Light = steps.Count > 0 ? steps[^1].Light : null,
                    Atmosphere = steps.Count > 0 ? steps[^1].Atmosphere : null,
                    Deed = role.Name == "moment" && steps.Count == 1 ? steps[0].Deed : null,
                    Subjects = (role.Name == "moment" && steps.Count == 1) || (steps.Count > 0 && DeedStyle.Of(steps[^1].Deed).After is not null) ? steps[^1].Subjects : [],
                }),
        ];
    }

    // What falls beside a product that stands there rains down around it.
    private static Deed? Asked(Step wish) =>
        wish.Deed == Deed.Drop && wish.Subjects.Count > 0 && wish.Subjects.All(thing => thing.Form is Form.Petal or Form.Leaf or Form.Ribbon) ? Deed.Shower : wish.Deed;

    // What floats or drives goes on doing so in the further looks at it.
    private static Deed? After(Order order, int shot) =>
        order.Brief.Steps is { Count: > 0 } steps && shot >= steps.Count ? DeedStyle.Of(steps[^1].Deed).After : null;

    private static double Weight(Role role, IReadOnlyList<Step> wishes, int i) =>
        wishes.All(wish => wish.Seconds > 0) ? (double)wishes[i].Seconds!.Value : role.Weight;

    private static IReadOnlyList<Setting> Places(Order order, string? thing)
    {
        var deed = order.Brief.Steps.Count > 0 ? order.Brief.Steps[0].Deed : null;
        var suited = order.Telling is { Settings.Count: > 0 } telling && DeedStyle.Of(deed).Settings.Count == 0
            ? telling.Settings : ProductStyle.Settings(thing, order.Style, deed);
        if (order.Occasion is { Settings: { Count: > 0 } fitting } && order.Request.Variant == 0 && DeedStyle.Of(deed).Settings.Count == 0)
        {
            return fitting.Where(suited.Contains).ToArray() is { Length: > 0 } both ? both : fitting;
        }

        return order.Request.Variant == 0 || DeedStyle.Of(deed).Settings.Count > 0 ? suited : [.. suited.Union(order.Style.Settings)];
    }

    /// <summary>What the asked telling can't show, or has nothing to tell of.</summary>
    private static IEnumerable<string> Untold(Order order, ProductBrief product)
    {
        if (order.Telling is not { } telling)
        {
            yield break;
        }

        if (telling.Warning.Length > 0 && (order.Request.Dramaturgy ?? order.Brief.Dramaturgy) is not null)
        {
            yield return telling.Warning;
        }

        if (!telling.IsTold(product))
        {
            yield return $"The dramaturgy is about the {telling.Needs} of the product, which the request doesn't give; its own words are shown instead.";
        }
    }

    // What a shape can't do by itself becomes what it can.
    private static Deed Suited(Subject hero, Deed deed, Deed otherwise) =>
        FormStyle.Of(hero.Form).Deeds.Contains(deed) || (hero.Height <= HandHigh && deed is Deed.Turn or Deed.Levitate or Deed.Shower or Deed.Unbox or Deed.Assemble or Deed.Billow)
            ? deed : otherwise;

    // What the mood likes and the shape can do; the shape's own best deed when they share none.
    private static Deed[] Moments(Order order, Form form, Choice choice)
    {
        var suited = Suited(form);
        var both = order.Style.Moments.Where(suited.Contains).ToArray();
        return both.Length switch
        {
            _ when order.Request.Variant > 0 => InTurn([.. both.Union(suited)], order.Request.Variant),
            0 => [suited[0], suited[Math.Min(1, suited.Length - 1)]],
            1 => [both[0], suited.FirstOrDefault(deed => deed != both[0], both[0])],
            _ => choice.Of<Deed[]>([[both[0], both[1]], [both[1], both[0]]], 2),
        };
    }

    private static Deed[] InTurn(Deed[] deeds, int variant) => [deeds[variant % deeds.Length], deeds[(variant + 1) % deeds.Length]];

    private static Deed[] Suited(Form form) => [.. FormStyle.Of(form).Deeds.Where(IsMoment).DefaultIfEmpty(Deed.Turn)];

    // What takes a place of its own is for a brief to ask.
    private static bool IsMoment(Deed deed) => deed != Deed.Stand && DeedStyle.Of(deed) is { Only: false, Actor: null };

    private static IReadOnlyList<string> Things(Order order, Step wish, Deed deed, Casting casting)
    {
        var ids = casting.Ids(wish);
        if (deed != Deed.Shower || ids.Count > 1)
        {
            return ids;
        }

        var rain = order.Mood is Mood.Festive or Mood.Playful ? "confetti" : "petal";
        return [.. ids, casting.IdOf(SubjectWish.Plain(rain, PetalCount, order.Look.Accent))];
    }
}
