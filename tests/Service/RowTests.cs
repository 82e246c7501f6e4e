using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Jobs;

namespace SoraFunctions.Service.Tests;

/// <summary>Whose turn it is.</summary>
public sealed class RowTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static Row.Waiting Job(string key, string party = "", Priority priority = Priority.Interactive, int accepted = 0, int waited = 0) =>
        new(key, priority, party, _noon.AddSeconds(accepted), TimeSpan.FromSeconds(waited));

    /// <summary>Names of the parties in the order in which a single pair of hands serves them.</summary>
    private static List<string> Served(IEnumerable<Row.Waiting> jobs)
    {
        var waiting = jobs.ToList();
        var lastTurn = new Dictionary<string, long>();
        var served = new List<string>();
        while (Row.Next(waiting, new Dictionary<string, int>(), lastTurn) is { } next)
        {
            waiting.Remove(next);
            served.Add(next.Party);
            lastTurn[next.Party] = served.Count;
        }

        return served;
    }

    private static string? Next(params Row.Waiting[] waiting) => Row.Next(waiting, new Dictionary<string, int>(), new Dictionary<string, long>())?.Key;

    [Fact]
    public void Nobody_is_next_in_an_empty_row() => Assert.Null(Next());

    [Fact]
    public void Oldest_goes_first_among_equals() => Assert.Equal("b", Next(Job("a", accepted: 2), Job("b", accepted: 1)));

    [Fact]
    public void Interactive_goes_before_batch() =>
        Assert.Equal("b", Next(Job("a", priority: Priority.Batch), Job("b", accepted: 50)));

    [Fact]
    public void Batch_that_has_waited_for_long_is_as_urgent_as_interactive() =>
        Assert.Equal("a", Next(Job("a", priority: Priority.Batch, waited: 120), Job("b", accepted: 50)));

    [Fact]
    public void Party_with_a_thousand_jobs_does_not_hold_up_one_with_a_single_job() =>
        Assert.Equal("small", Served([.. Enumerable.Range(0, 1000).Select(number => Job($"k{number}", "big", accepted: number)), Job("x", "small", accepted: 2000)])[1]);

    [Fact]
    public void Party_with_fewer_jobs_at_work_goes_first() => Assert.Equal("b", Row.Next(
        [Job("a", "one"), Job("b", "two", accepted: 9)],
        new Dictionary<string, int> { ["one"] = 2, ["two"] = 1 },
        new Dictionary<string, long>())?.Key);

    [Fact]
    public void Parties_with_work_left_are_never_two_turns_apart() => Prop.ForAll(
        Gen.Choose(1, 12).ListOf(4).ToArbitrary(),
        counts =>
        {
            var served = Served(counts.SelectMany((count, party) => Enumerable.Range(0, count).Select(number => Job($"{party}-{number}", $"{party}", accepted: number))));
            var done = new int[counts.Count];
            foreach (var party in served)
            {
                done[int.Parse(party)]++;
                var open = Enumerable.Range(0, counts.Count).Where(one => done[one] < counts[one]).Select(one => done[one]).ToList();
                if (open.Count > 0 && done.Max() > open.Min() + 1)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
