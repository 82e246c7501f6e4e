using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>Gives what a brief wants to happen the cast and the place that it takes, where the brief doesn't name them.</summary>
/// <param name="product">Shape of the product; null without one.</param>
/// <param name="isProduct">Whether a thing of the brief is the product.</param>
/// <param name="warnings">Takes what had to be changed.</param>
internal sealed class Fitting(Form? product, Func<SubjectWish, bool> isProduct, ICollection<string> warnings)
{
    /// <summary>What breaks in place of a product.</summary>
    private const string Breakable = "drinking-glass";

    /// <summary>The steps, each with a deed that is possible where it is, who it takes, and a place for it.</summary>
    /// <param name="steps">What the brief says, in order.</param>
    /// <param name="anywhere">Whether a step without a place of its own gets one only where its deed can't happen elsewhere.</param>
    public IReadOnlyList<Step> Fit(IReadOnlyList<Step> steps, bool anywhere)
    {
        var fitted = new List<Step>();
        foreach (var step in steps)
        {
            var here = step with { Setting = step.Setting ?? fitted.LastOrDefault()?.Setting };
            fitted.Add(Placed(Cast(here with { Deed = Possible(Wet(here, step.Setting)) }), step.Setting, anywhere));
        }

        return fitted;
    }

    /// <summary>What becomes of a deed in a place: where nothing has weight, nothing stands.</summary>
    public static Deed Here(Deed deed, Setting place) =>
        place == Setting.Space && deed is (Deed.Stand or Deed.Turn) ? Deed.Levitate : deed;

    // Rings and splashes make way for the place that was named for them, where the rest can be shown there.
    private Step Wet(Step step, Setting? asked)
    {
        var inWater = step.Setting is Setting.Pool or Setting.Sea;
        if (step.Deed == Deed.Ripple && asked is { } dry && !inWater)
        {
            warnings.Add($"Not shown: rings on the water (there is none to lie on in {Kebab.Name(dry)}).");
            return step with { Deed = null };
        }

        if (step.Deed == Deed.SplashIn && !inWater && step.Subjects.Skip(1).Any(thing => thing.Form is Form.DrinkingGlass or Form.Cup))
        {
            warnings.Add("Not shown: a splash in a glass (it takes the pool or the sea); instead: the things fall.");
            return step with { Deed = Deed.Drop };
        }

        return step;
    }

    private Deed? Possible(Step step)
    {
        var inWater = step.Setting is Setting.Pool or Setting.Sea;
        var first = step.Subjects.Count > 0 ? step.Subjects[0].Form : product;
        return step.Deed switch
        {
            Deed.Float when step.Setting is not (null or Setting.Pool or Setting.Sea or Setting.Beach or Setting.RiverStones) => Deed.Levitate,
            Deed.Drop when inWater => Deed.SplashIn,
            Deed.Spin or Deed.Turn when first == Form.Mannequin => Deed.Pirouette,
            Deed.Slide or Deed.Roll when first == Form.Car => Deed.Drive,
            null when inWater && step.Atmosphere == Atmosphere.Rain => Deed.Ripple,
            null when inWater && product is null => Deed.Float,
            null when step.Setting == Setting.Space && product is null => Deed.Levitate,
            var other => other,
        };
    }

    private Step Cast(Step step)
    {
        var style = DeedStyle.Of(step.Deed);
        var things = step.Subjects.ToList();
        if (style.Actor is { } name && SubjectWish.Plain(name) is var actor && actor.Form != product)
        {
            var acting = things.Find(thing => thing.Form == actor.Form) ?? actor;
            things.Remove(acting);
            things.Insert(0, acting);
        }

        var others = things.Count(thing => !isProduct(thing)) + (product is null ? -1 : 0);
        if (style.Second is { } second && SubjectWish.Plain(second, style.SecondCount) is var needed
            && (style.Actor is null ? others == 0 : things.TrueForAll(thing => thing.Form != needed.Form)))
        {
            things.Add(needed);
        }

        if (step.Deed == Deed.Shatter && product is not null)
        {
            if (others == 0)
            {
                things.Add(SubjectWish.Plain(Breakable));
            }

            warnings.Add($"A product stays whole; what breaks instead: {(others == 0 ? "a drinking glass" : things.First(thing => !isProduct(thing)).Word)}.");
        }

        return step with { Subjects = things };
    }

    private Step Placed(Step step, Setting? asked, bool anywhere)
    {
        var style = DeedStyle.Of(step.Deed);
        if (style.Only && !(step.Setting is { } here && style.Settings.Contains(here)))
        {
            var place = step.Setting is Setting.Beach ? Setting.Sea : style.Settings[0];
            if (asked is { } dry)
            {
                warnings.Add($"There is no water deep enough in {Kebab.Name(dry)} for this; it is filmed in {Kebab.Name(place)}.");
            }

            return step with { Setting = place };
        }

        if (step.Setting is null && style.Settings.Count == 0 && step.Atmosphere is (Atmosphere.Rain or Atmosphere.Snow))
        {
            return step with { Setting = step.Atmosphere == Atmosphere.Snow ? Setting.Snow : product is null ? Setting.NightStreet : Setting.RiverStones };
        }

        var usual = style.Settings.Concat(step.Subjects.Count > 0 ? FormStyle.Of(step.Subjects[0].Form).Settings : []).Select(place => (Setting?)place);
        return anywhere && style.Actor is null ? step : step with { Setting = step.Setting ?? usual.FirstOrDefault() };
    }
}
