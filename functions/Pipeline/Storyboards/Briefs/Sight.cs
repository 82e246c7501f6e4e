using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>What words say about how a step is seen, and what is seen in place of what can't be.</summary>
internal static class Sight
{
    /// <summary>A step with one more word about place, air, camera, light or transition; the first of a kind counts.</summary>
    public static Step With(Step step, Sense sense) => sense.Slot switch
    {
        // "Snow under the Christmas tree": another place makes snow what falls there.
        Slot.Setting when Kebab.Parse<Setting>(sense.Value) is var place && step.Setting is { } said && said != place && Setting.Snow is var snow && (said == snow || place == snow) =>
            step with { Setting = said == snow ? place : said, Atmosphere = step.Atmosphere ?? Atmosphere.Snow },
        Slot.Setting => step with { Setting = Place(step.Setting, Kebab.Parse<Setting>(sense.Value)) },
        Slot.Atmosphere => step with { Atmosphere = step.Atmosphere ?? Kebab.Parse<Atmosphere>(sense.Value) },
        Slot.Move => step with { Move = step.Move ?? Kebab.Parse<CameraMove>(sense.Value) },
        Slot.Framing => step with { Framing = step.Framing ?? Kebab.Parse<Framing>(sense.Value) },
        Slot.Angle => step with { Elevation = step.Elevation ?? double.Parse(sense.Value, CultureInfo.InvariantCulture) },
        Slot.Aperture => step with { Aperture = step.Aperture ?? double.Parse(sense.Value, CultureInfo.InvariantCulture) },
        Slot.Light => step with { Light = step.Light ?? Kebab.Parse<Light>(sense.Value) },
        _ => step with { Transition = step.Transition ?? Kebab.Parse<TransitionKind>(sense.Value) },
    };

    /// <summary>A step at a time of day. Without a place that names the place too: some settings have their own hours.</summary>
    /// <param name="step">The step.</param>
    /// <param name="time">sunset, night or day; null for none.</param>
    /// <param name="anywhere">Whether what happens may happen there.</param>
    public static Step At(Step step, string? time, bool anywhere) => time switch
    {
        "sunset" => step with { Setting = step.Setting ?? (anywhere ? Setting.RooftopSunset : null), Light = step.Light ?? Light.Warm },
        "night" => step with { Setting = step.Setting ?? (!anywhere ? null : step.Atmosphere == Atmosphere.Snow ? Setting.Snow : Setting.NightStreet), Light = step.Light ?? Light.Cool },
        "day" => step with { Light = step.Light ?? Light.Soft },
        _ => step,
    };

    // "On a wooden table by a rainy window": a table says less about a place than the room that it stands in.
    private static Setting Place(Setting? said, Setting named) =>
        said is { } first && !(first == Setting.WoodenTable && named is (Setting.RainWindow or Setting.Kitchen or Setting.GiftRoom)) ? first : named;

    /// <summary>The setting that is nearest to a place that is none; null for none in particular.</summary>
    public static Setting? Nearest(Sense place) =>
        place.Slot == Slot.Elsewhere && place["setting"] is { } near ? Kebab.Parse<Setting>(near) : null;

    /// <summary>Why something can't be seen, and what comes instead.</summary>
    /// <param name="sense">The wish.</param>
    /// <param name="step">The step that it is for.</param>
    public static (string Kind, string Instead) Instead(Sense sense, Step step) => sense.Slot switch
    {
        Slot.Elsewhere => ("none of the built-in settings", step.Setting is { } place ? Kebab.Name(place) : "the setting that fits the rest"),
        Slot.Undoable => ("the engine can't show this happening", "the things move as solid bodies"),
        Slot.Uncamera => ("the camera can't do this", "a plain move in real time"),
        _ => ($"the engine can't show {sense.Value.Replace('_', ' ')}", sense["instead"] ?? "what it can build"),
    };
}
