using SoraFunctions.Contract.Clips;

namespace SoraFunctions.Benchmarks.Sync;

/// <summary>Something meets something, or begins to rub on it, by the log.</summary>
/// <param name="Time">Seconds from the first frame.</param>
/// <param name="Strength">Newton seconds times metres a second: twice the energy that the blow turns over.</param>
internal readonly record struct Meeting(double Time, double Strength)
{
    // In parts of the strongest of the video; slower ones are a settling, not a blow.
    private const double LeastPart = 0.01;
    private const double LeastSpeed = 0.25;

    // Seconds within which two are one to the ear, and those during which a blow covers another that has less than a part of its strength.
    private const double AsOne = 0.05;
    private const double Covering = 0.25;
    private const double CoveredPart = 0.1;

    /// <summary>All that happens in a clip, in order of time, whether it is heard or not.</summary>
    public static IReadOnlyList<Meeting> All(ClipLog log) =>
    [
        .. log.Contacts.Where(contact => contact.Place is not [_, < -0.02, _]).Select(contact => new Meeting(contact.Time, contact.Speed < LeastSpeed ? 0 : contact.Impulse * contact.Speed))
            .Concat(log.Sound.Fractures.Select(fracture => new Meeting(fracture.Time, 2 * fracture.Energy)))
            .Concat(log.Sound.Splashes.Select(splash => new Meeting(splash.Time, splash.Impulse * splash.Speed)))
            .Concat(log.Sound.Drips.Select(drip => new Meeting(drip.Time, 0)))
            .Concat(log.Sound.Rubbing.Select(run => new Meeting(run.Start, 0)))
            .OrderBy(meeting => meeting.Time),
    ];

    /// <summary>
    /// Those that must be heard: with at least a hundredth of the strength of the strongest and a tenth of any in the quarter of a second before.
    /// What meets within 50 ms of one another is heard as one: each list is such a group.
    /// </summary>
    /// <param name="all">All of them, in order of time.</param>
    public static IReadOnlyList<IReadOnlyList<Meeting>> Audible(IReadOnlyList<Meeting> all)
    {
        if (all.Count == 0)
        {
            return [];
        }

        var least = LeastPart * all.Max(meeting => meeting.Strength);
        List<List<Meeting>> audible = [];
        foreach (var meeting in all)
        {
            var covered = all.Any(other => other.Time < meeting.Time && meeting.Time - other.Time < Covering && meeting.Strength < CoveredPart * other.Strength);
            if (meeting.Strength <= least || covered)
            {
                continue;
            }

            if (audible.Count > 0 && meeting.Time - audible[^1][^1].Time < AsOne)
            {
                audible[^1].Add(meeting);
            }
            else
            {
                audible.Add([meeting]);
            }
        }

        return audible;
    }
}
