using System.Globalization;
using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Puts something into a part of a shot: "the product in shot 3 from 1.0 to 2.5 s". The shot becomes up to three, the middle one shows it.</summary>
internal static partial class Pins
{
    private const decimal Shortest = 0.5m;
    private const int MostInAShot = 8;

    /// <summary>Applies what a change says of it.</summary>
    /// <param name="revision">What is changed.</param>
    /// <param name="change">The caller's words.</param>
    /// <param name="ids">Ids of the shots by the numbers that the caller knows them by.</param>
    public static void Apply(Revision revision, string change, IReadOnlyList<string> ids)
    {
        foreach (Match match in Pin().Matches(change))
        {
            Apply(revision, match, ids);
        }
    }

    private static void Apply(Revision revision, Match match, IReadOnlyList<string> ids)
    {
        var named = int.Parse(match.Groups["shot"].Value, CultureInfo.InvariantCulture);
        var (from, to) = (Seconds(match.Groups["from"]), Seconds(match.Groups["to"]));
        var at = named >= 1 && named <= ids.Count ? revision.Board.Shots.ToList().FindIndex(shot => shot.Id == ids[named - 1]) : -1;
        if (at < 0)
        {
            revision.Warnings.Add($"'{match.Value.Trim()}': there is no shot {named}.");
        }
        else
        {
            Put(revision, at, match, from, to);
        }
    }

    /// <summary>A change without what it says of pins.</summary>
    public static string Without(string change) => Pin().Replace(change, " ");

    private static void Put(Revision revision, int at, Match match, decimal from, decimal to)
    {
        var shot = revision.Board.Shots[at];
        var words = match.Groups["what"].Value;
        if (revision.IsLocked(shot) || !(from >= 0 && to <= shot.Seconds && to - from >= Shortest)
            || (from != 0 && from < Shortest) || (to != shot.Seconds && shot.Seconds - to < Shortest)
            || !StoryboardRules.IsWholeFrames(from) || !StoryboardRules.IsWholeFrames(to))
        {
            revision.Warnings.Add(revision.IsLocked(shot)
                ? $"'{match.Value.Trim()}': the shot is locked, so nothing was put into it."
                : $"'{match.Value.Trim()}' does not fit: accepted are whole frames within the {shot.Seconds.ToString("0.###", CultureInfo.InvariantCulture)} s of the shot that leave each part half a second.");
            return;
        }

        var step = BriefReader.Read(words).Steps[0];
        var id = CastEdits.Meant(revision.Board, step.Subjects.FirstOrDefault())?.Id
            ?? (step.Subjects.Count > 0 ? CastEdits.Cast(revision, step.Subjects[0]) : revision.Board.Cast.Count > 0 ? revision.Board.Cast[0].Id : null);
        string[] others = [.. shot.Subjects.Where(known => known != id)];
        var alone = others.Length == 0 && (from > 0 || to < shot.Seconds);
        if (id is null || alone || revision.Board.Shots.Count + 2 > StoryboardRules.MostShots)
        {
            revision.Warnings.Add($"'{match.Value.Trim()}': {(alone ? "nothing else is in that shot, so it would be empty for the rest of it" : "there is no room for it")}; nothing was changed for it.");
            return;
        }

        var plain = shot with { Subjects = others, Action = DeedEdits.Possible(shot.Action, shot with { Subjects = others }) };
        var parts = new List<Shot>();
        if (from > 0)
        {
            parts.Add(plain with { Seconds = from });
        }

        // Another framing: the same view with something in it all of a sudden would be a jump.
        parts.Add(shot with
        {
            Id = from > 0 ? Name(shot.Id, "pin") : shot.Id,
            Seconds = to - from,
            Subjects = [id, .. others.Take(MostInAShot - 1)],
            Action = DeedEdits.Possible(shot.Subjects.Contains(id) ? shot.Action : Deed.Turn, shot),
            Camera = shot.Camera with { Framing = shot.Camera.Framing == Framing.Close ? Framing.Medium : Framing.Close },
            Caption = from > 0 ? null : shot.Caption,
            Line = from > 0 ? null : shot.Line,
            Transition = from > 0 ? new Transition() : shot.Transition,
        });
        if (to < shot.Seconds)
        {
            parts.Add(plain with { Id = Name(shot.Id, "rest"), Seconds = shot.Seconds - to, Caption = null, Line = null, Transition = new Transition() });
        }

        revision.Board = revision.Board with { Shots = [.. revision.Board.Shots.Take(at), .. parts, .. revision.Board.Shots.Skip(at + 1)] };
    }

    private static string Name(string id, string part) => $"{(id.Length > 27 ? id[..27] : id)}-{part}";

    private static decimal Seconds(Group group) => decimal.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<what>[^,;\n]{1,80}?)\s+in\s+shot\s+(?<shot>\d{1,2})\s+from\s+(?:second\s+)?(?<from>\d+(?:\.\d+)?)\s*(?:s|sec|seconds)?\s*(?:to|until|-)\s*(?:second\s+)?(?<to>\d+(?:\.\d+)?)(?:\s*(?:seconds|sec|s)\b)?"
        + @"|\u7b2c\s*(?<shot>\d{1,2})\s*\u4e2a?\u955c\u5934\u7684?\u7b2c?\s*(?<from>\d+(?:\.\d+)?)\s*\u79d2?(?:\u5230|\u81f3|-)\u7b2c?\s*(?<to>\d+(?:\.\d+)?)\s*\u79d2(?:\u51fa\u73b0|\u663e\u793a|\u5c55\u793a|\u653e\u5165|\u653e)(?<what>[^,\uff0c\u3002;\uff1b\n]{1,40})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pin();
}
