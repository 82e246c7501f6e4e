using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Prompts;

/// <summary>
/// Says a shot in English, in the way that text-to-video models are captioned and therefore prompted: the picture first, then light,
/// camera, lens and mood. Equal orders give equal words.
/// </summary>
public static class ShotPrompt
{
    private const string Finish = "photorealistic, highly detailed, smooth natural motion";
    private const string Faults = "text, subtitles, watermark, logo, blurry, low quality, distorted, deformed, flickering, jerky motion";
    private const string Room = "nobody and nothing standing in it, clear space in the middle";
    private const string FigureFaults = "extra limbs, extra fingers, fused fingers, distorted face";

    /// <summary>
    /// The prompt. A brief in Latin letters (<see cref="ShotOrder.Brief"/>) leads, and what storyboards put in place of things that
    /// they have no term for is then left unsaid; a brief in another script follows the shot's terms.
    /// </summary>
    /// <param name="order">The shot; a bare one is of the empty place.</param>
    public static string Of(ShotOrder order)
    {
        var brief = BriefWords.Of(order.Brief);
        return brief is { Leads: true }
            ? $"{brief.Text} {Sentence(Picture(order, brief))} {Manner(order)}"
            : $"{Sentence(Picture(order, null))} {Manner(order)}{(brief is null ? "" : $" {brief.Text}")}";
    }

    /// <summary>What such a model is asked to keep away from, for those that take a second, negative prompt.</summary>
    /// <param name="order">The shot.</param>
    public static string Negative(ShotOrder order) =>
        order.Cast.Any(subject => subject.Form is Form.Mannequin or Form.Cat) ? $"{Faults}, {FigureFaults}" : Faults;

    private static string Picture(ShotOrder order, BriefWords? brief)
    {
        var shot = order.Shot;
        var shown = order.Cast.Where(subject => brief is null || subject.IsOwn || brief.Mentions(subject)).ToList();
        var framing = CameraWords.Of(shot.Camera.Framing);
        if (order.Bare)
        {
            return $"{framing} of an empty scene {SettingWords.Of(shot.Setting, order.Look)}{Air(shot)}, {Room}";
        }

        var picture = shown.Count == 0 || shown[0] != order.Cast[0] ? framing : $"{framing} of {DeedWords.Of(shot.Action, shown)}";
        var placed = brief is null || shown.Any(subject => subject.IsOwn);
        return $"{picture}{(placed ? $" {SettingWords.Of(shot.Setting, order.Look)}" : "")}{Air(shot)}";
    }

    private static string Air(Shot shot) => shot.Atmosphere is { } air ? $", {SettingWords.Of(air)}" : "";

    private static string Manner(ShotOrder order)
    {
        var (shot, look) = (order.Shot, order.Look);
        var seen = new[] { LightWords.Of(shot.Light), CameraWords.Of(shot.Camera.Move), CameraWords.Angle(shot.Camera), CameraWords.Lens(shot.Camera) };
        var style = $"{LightWords.Of(look.Mood)}, {ColourWords.Of(look.Primary)} and {ColourWords.Of(look.Accent)} palette, {Finish}";
        return $"{Sentence(string.Join(", ", seen.OfType<string>()))} {Sentence(style)}";
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
}
