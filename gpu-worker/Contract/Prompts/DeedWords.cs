using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Prompts;

/// <summary>Who does what: "many petals raining down around a glass bottle".</summary>
internal static class DeedWords
{
    /// <summary>The first subject's deed, with the others in their part.</summary>
    public static string Of(Deed deed, IReadOnlyList<Subject> subjects)
    {
        var first = SubjectWords.Of(subjects[0]);
        if (subjects.Count > 1 && Together(deed, first, subjects) is { } together)
        {
            return together;
        }

        var alone = Alone(deed, first, subjects[0].Form);
        return subjects.Count > 1 ? $"{alone}, with {SubjectWords.Of([.. subjects.Skip(1)])} nearby" : alone;
    }

    private static string? Together(Deed deed, string first, IReadOnlyList<Subject> subjects)
    {
        var others = SubjectWords.Of([.. subjects.Skip(1)]);
        return deed switch
        {
            Deed.Shower => $"{others} raining down around {first}",
            Deed.Collide => $"{others} crashing into {first}",
            Deed.FlyThrough => $"{first} flying through {others}",
            Deed.Orbit => $"{others} circling around {first}",
            Deed.Shatter when subjects[0].IsOwn => $"{others} falling and shattering into pieces beside {first}",
            _ => null,
        };
    }

    private static string Alone(Deed deed, string first, Form form) => deed switch
    {
        Deed.Stand => $"{first} standing still",
        Deed.Turn => $"{first} turning slowly on a turntable",
        Deed.Drop => $"{first} falling in from above and coming to rest",
        Deed.Bounce => $"{first} falling and bouncing in place",
        Deed.Roll => $"{first} rolling through the frame",
        Deed.Slide => $"{first} sliding in and gliding to a stop",
        Deed.Topple => $"{first} tipping over",
        Deed.Spin => $"{first} spinning like a top and slowing down",
        Deed.Levitate => $"{first} hovering in mid-air, gently bobbing and turning",
        Deed.Shower => $"{first} raining down",
        Deed.Collide => $"{first} being knocked aside",
        Deed.Swing => $"{first} swinging on a thread",
        Deed.Float => $"{first} floating and bobbing on the water",
        Deed.SplashIn => $"{first} plunging into water with a high splash",
        Deed.Pour => $"liquid being poured {(form is Form.Cup or Form.DrinkingGlass ? "into" : "over")} {first}",
        Deed.Shatter => $"{first} falling and shattering into pieces",
        Deed.Unbox => $"a box opening and falling away to reveal {first}",
        Deed.Assemble => $"{first} assembling itself out of its parts",
        Deed.FlyThrough => $"{first} flying past",
        Deed.Orbit => $"{first} slowly revolving",
        Deed.Billow => $"a silk cloth billowing in the wind beside {first}",
        Deed.Ripple => $"{first} on still water, raindrops drawing rings around it",
        Deed.Drive => $"{first} driving fast through a curve",
        Deed.Pirouette => $"{first} spinning in a pirouette, drawing the arms in",
        Deed.BackFlip => $"{first} doing a backflip off a floating board",
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };
}
