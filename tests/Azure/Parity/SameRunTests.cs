using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Azure.Tests.Parity.Runs;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Azure.Tests.Parity;

/// <summary>One machine and Azure do the same for the same order: the same calls with the same inputs in the same order, and the same ends.</summary>
public sealed class SameRunTests
{
    private static readonly PictureVerdict _porn = new("canned", false, new Dictionary<string, double> { ["porn"] = 0.9 }, 1.5);

    private static readonly PictureVerdict _doubtful = new("canned", true, new Dictionary<string, double> { ["porn"] = 0.4 }, 1.5, Review: true);

    private static readonly Scenario[] _scenarios =
    [
        new("a video that is made", Orders.Ad),
        new("an order that is refused", Orders.Ad with { Prompt = "kill all the people in the town" }),
        new("a named person whom nobody decides about", Orders.Ad with { Prompt = "Donald Trump dances in our new shoes" }),
        new("a named person who is approved", Orders.Ad with { Prompt = "Donald Trump dances in our new shoes" }) { Instead = Approved },
        new("a shot that can't be rendered", Orders.Ad)
        {
            Worker = job => job is ShotJob ? new RenderError("bad_shot", "The shot: too long.\nAccepted: up to 12 seconds.", Transient: false) : null,
        },
        new("a worker that is away", Orders.Ad)
        {
            Worker = job => job is CutJob ? new RenderError("busy", "The worker: is away.", Transient: true) : null,
        },
        new("frames that must not be shown", Orders.Ad) { Safety = _porn },
        new("frames that nobody decides about", Orders.Ad) { Safety = _doubtful },
        new("frames that are approved", Orders.Ad) { Safety = _doubtful, Instead = Approved },
        new("an endpoint that hears the fourth time", Orders.Ad) { Instead = Deaf },
    ];

    private static readonly Lazy<Task<Account>>[] _local = [.. _scenarios.Select(scenario => new Lazy<Task<Account>>(() => LocalRun.Of(scenario)))];

    public static TheoryData<int, string, string> Runs()
    {
        var runs = new TheoryData<int, string, string>();
        for (var index = 0; index < _scenarios.Length; index++)
        {
            foreach (var trip in FailureTrips.Names)
            {
                runs.Add(index, _scenarios[index].Name, trip);
            }
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Both_hosts_run_the_same(int index, string name, string trip)
    {
        Assert.NotEmpty(name);
        var local = await _local[index].Value;
        var azure = await AzureRun.Of(_scenarios[index], FailureTrips.Named(trip));

        Assert.NotEmpty(local.Asked);
        Assert.Equal(local.Asked, azure.Asked);
        Assert.Equal(local.Ran, azure.Ran);
        Assert.Equal(local.Ends, azure.Ends);
    }

    /// <summary>The review is found decided.</summary>
    private static object? Approved(string activity, object? input) =>
        activity == OpenReview.Definition.Name ? new ReviewTicket("review_1", IsOpen: false)
        : activity == CloseReview.Definition.Name ? new ReviewResult()
        : null;

    /// <summary>An endpoint is told of the video; it hears after a broken line and two refusals.</summary>
    private static object? Deaf(string activity, object? input)
    {
        if (activity == DeliverVideo.Definition.Name)
        {
            return new Announcements(["evt_1"]);
        }

        return input is WebhookAttempt { Number: var number }
            ? number switch
            {
                1 => throw new IOException("The line: broke."),
                < 4 => new WebhookOutcome(false, false, 503),
                _ => new WebhookOutcome(true, true, 200),
            }
            : null;
    }
}
