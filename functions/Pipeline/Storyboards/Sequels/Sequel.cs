using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Lines;
using SoraFunctions.Pipeline.Storyboards.Plans;
using SoraFunctions.Pipeline.Storyboards.Remixes;

namespace SoraFunctions.Pipeline.Storyboards.Sequels;

/// <summary>
/// Tells what happens after a storyboard. Its shots stay the very same, so their clips are found again; what follows goes on with the cast,
/// the place and the light of the last shot where its words name no others. The end card moves to the new end.
/// </summary>
internal static class Sequel
{
    /// <summary>The longer storyboard.</summary>
    /// <param name="given">A storyboard of fewer than <see cref="StoryboardRules.MostShots"/> shots that keeps to <see cref="StoryboardRules"/>.</param>
    /// <param name="request">The order: what happens next, and how long the whole lasts.</param>
    public static WrittenStoryboard Write(Storyboard given, VideoRequest request)
    {
        var added = ShotLengths.Whole(request.Seconds) - given.Seconds;
        var warnings = new List<string>();
        var next = Next(given, request, added, warnings);
        var revision = new Revision(Joined(given, next.Storyboard), given.Shots.Select(shot => shot.Id).ToHashSet());
        LengthEdits.Fit(revision, given.Seconds + added);
        LengthEdits.FitCard(revision);
        return new WrittenStoryboard(revision.Board, [.. warnings, .. next.Warnings, .. revision.Warnings]);
    }

    private static WrittenStoryboard Next(Storyboard given, VideoRequest request, decimal added, List<string> warnings)
    {
        var brief = NamedCast.Read(request.Change!, request.Characters);
        warnings.AddRange(brief.Warnings);
        if (brief.Seconds is { } said && said != added)
        {
            warnings.Add($"The prompt speaks of {said:0.###} seconds; {added:0.###} are added as the request says.");
        }

        // What is told is a scene: the advertisement has been told before it.
        var scene = request with
        {
            Prompt = request.Change!,
            Product = null,
            Brand = null,
            Link = null,
            Pictures = [],
            Dramaturgy = null,
            Variant = 0,
            Storyboard = null,
            Change = null,
        };
        var told = brief with { Steps = Continuity.Of(given, brief.Steps, warnings), Colour = null };
        return LineLengths.Fit(ScenePlan.Write(new Order(scene, told, given.Language, given.Look.Mood, added), given.Shots[^1]));
    }

    private static Storyboard Joined(Storyboard given, Storyboard next)
    {
        var cast = given.Cast.ToList();
        var names = new Dictionary<string, string>();
        foreach (var subject in next.Cast)
        {
            var known = cast.Find(other => Continuity.IsSame(other, subject));
            var id = known?.Id ?? Free(subject.Id, cast.Select(other => other.Id));
            names[subject.Id] = id;
            if (known is null)
            {
                cast.Add(subject with { Id = id });
            }
        }

        var shots = given.Shots.ToList();
        foreach (var shot in next.Shots.Take(StoryboardRules.MostShots - given.Shots.Count))
        {
            shots.Add(shot with { Id = Free($"shot-{shots.Count + 1}", shots.Select(other => other.Id)), Subjects = [.. shot.Subjects.Select(id => names[id])] });
        }

        return given with { Cast = cast, Shots = shots };
    }

    private static string Free(string id, IEnumerable<string> taken)
    {
        var ids = taken.ToHashSet();
        return ids.Contains(id) ? Enumerable.Range(2, ids.Count + 1).Select(n => $"{id}-{n}").First(name => !ids.Contains(name)) : id;
    }
}
