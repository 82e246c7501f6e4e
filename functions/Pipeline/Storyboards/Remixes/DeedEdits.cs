using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Plans;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of what happens, with the cast and the place that it takes.</summary>
internal static class DeedEdits
{
    private const int MostInAShot = 8;

    /// <summary>Lets something else happen in a shot; returns whether it became another.</summary>
    public static bool Apply(Revision revision, int shot, Deed deed)
    {
        var style = DeedStyle.Of(deed);
        var subjects = revision.Board.Shots[shot].Subjects.ToList();
        if (style.Actor is { } actor)
        {
            var acting = Found(revision, subjects, actor) ?? CastEdits.Cast(revision, SubjectWish.Plain(actor));
            subjects.Remove(acting);
            subjects.Insert(0, acting);
        }

        if (style.Second is { } second && (style.Actor is null ? subjects.Count < 2 : Found(revision, subjects, second) is null))
        {
            subjects.Add(CastEdits.Cast(revision, SubjectWish.Plain(second, style.SecondCount)));
        }

        return revision.Edit([shot], known =>
        {
            var with = known.Subjects.SequenceEqual(subjects) ? known : known with { Subjects = [.. subjects.Take(MostInAShot)] };
            return with with
            {
                Action = Possible(deed, with),
                Setting = style.Only && !style.Settings.Contains(known.Setting) ? style.Settings[0] : known.Setting,
            };
        });
    }

    /// <summary>The deed, or the one that is left to a subject alone.</summary>
    public static Deed Possible(Deed deed, Shot shot) =>
        deed is Deed.Collide or Deed.Shower or Deed.Orbit or Deed.FlyThrough && shot.Subjects.Count < 2 ? Deed.Drop : deed;

    private static string? Found(Revision revision, IEnumerable<string> subjects, string thing)
    {
        var form = SubjectWish.Plain(thing).Form;
        return subjects.FirstOrDefault(id => revision.Board.Cast.Any(subject => subject.Id == id && subject.Form == form));
    }
}
