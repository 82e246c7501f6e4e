using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Plans;

namespace SoraFunctions.Pipeline.Storyboards.Sequels;

/// <summary>Who and what goes on from one scene to the next.</summary>
internal static class Continuity
{
    /// <summary>The steps of a sequel, with the cast, place and light of the last shot where they name no others.</summary>
    /// <param name="given">What came before.</param>
    /// <param name="steps">What follows, as its words say.</param>
    /// <param name="warnings">Takes what can't be.</param>
    public static IReadOnlyList<Step> Of(Storyboard given, IReadOnlyList<Step> steps, ICollection<string> warnings)
    {
        var last = given.Shots[^1];
        var there = last.Subjects.Select(id => given.Cast.First(subject => subject.Id == id)).Select(Wish).ToList();
        var told = new List<Step>();
        var moved = false;
        foreach (var step in steps)
        {
            moved |= step.Setting is { } place && place != last.Setting;
            var named = step.Subjects.Select(wish => Known(wish, given.Cast)).ToList();
            var cast = named.Count > 0 ? named : DeedStyle.Of(step.Deed).Actor is null ? told.LastOrDefault()?.Subjects ?? there : [];
            var broken = step.Deed == Deed.Shatter && given.Cast.FirstOrDefault(subject => subject.IsOwn && cast.Count > 0 && IsSame(subject, cast[0])) is not null;
            if (broken)
            {
                warnings.Add("A product stays whole; nothing breaks.");
            }

            told.Add(step with
            {
                Subjects = cast,
                Deed = broken ? null : step.Deed,
                Setting = step.Setting ?? (told.Count == 0 ? last.Setting : null),
                Light = step.Light ?? (moved ? null : last.Light),
                Atmosphere = step.Atmosphere ?? (moved ? null : last.Atmosphere),
            });
        }

        return told;
    }

    /// <summary>Whether two descriptions are of one thing.</summary>
    public static bool IsSame(Subject one, Subject other) =>
        (one.Form, one.Matter, one.Colour, one.Height, one.Count, one.Picture) == (other.Form, other.Matter, other.Colour, other.Height, other.Count, other.Picture);

    private static bool IsSame(Subject one, SubjectWish wish) =>
        (one.Form, one.Matter, one.Colour, one.Height, one.Count, one.Picture) == (wish.Form, wish.Matter, wish.Colour, wish.Height, wish.Count, wish.Picture);

    // "The ball" is the ball that was seen, and "the bottle" the caller's own; "a blue ball" is another one.
    private static SubjectWish Known(SubjectWish wish, IReadOnlyList<Subject> cast) =>
        (wish.Described
            ? cast.FirstOrDefault(subject => subject.Form == wish.Form && subject.Matter == wish.Matter && subject.Colour == wish.Colour && subject.Count == wish.Count)
            : cast.FirstOrDefault(subject => subject.Id == wish.Thing) ?? cast.FirstOrDefault(subject => subject.Form == wish.Form)) is { } known
            ? Wish(known)
            : wish;

    private static SubjectWish Wish(Subject subject) => new()
    {
        Thing = subject.Id,
        Form = subject.Form,
        Matter = subject.Matter,
        Colour = subject.Colour,
        Height = subject.Height,
        Count = subject.Count,
        Picture = subject.Picture,
        Described = true,
        Name = subject.Name,
        Word = subject.Name,
        At = 0,
    };
}
