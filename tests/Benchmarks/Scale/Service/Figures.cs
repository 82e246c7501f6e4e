namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>What one thing of the platform can do; sources and dates are in docs/scale.md.</summary>
internal static class Figures
{
    /// <summary>Actions a second: Durable Task Scheduler, Consumption.</summary>
    public const double ConsumptionActions = 500;

    /// <summary>Actions a second: Durable Task Scheduler, Dedicated, for each capacity unit; at most three.</summary>
    public const double DedicatedActions = 2_000;

    /// <summary>Actions a second that a partition on Azure Storage gets done: 830 work items by four partitions in Microsoft's benchmark.</summary>
    public const double PartitionActions = 830.0 / 4;

    /// <summary>Messages a second through one storage queue; all activities of a task hub go through one.</summary>
    public const double QueueMessages = 2_000;

    /// <summary>Texts and pictures judged a second by an account: Content Safety S0, 1,000 in 10 s.</summary>
    public const double Judgements = 100;

    /// <summary>Requests a second to one storage account.</summary>
    public const double BlobRequests = 20_000;

    /// <summary>Bits a second out of one storage account.</summary>
    public const double BlobEgress = 50e9;

    /// <summary>Assumed: seconds that a request to a blob takes.</summary>
    public const double BlobSeconds = 0.02;

    /// <summary>Core seconds of PostgreSQL for a statement: 0.19 ms by postgres.sh, half as much again for TLS, checkpoints and vacuum.</summary>
    public const double StatementSeconds = 0.0003;

    /// <summary>Assumed: core seconds of the Functions app for an activity beside what was measured (messages, JSON, transport).</summary>
    public const double ActivitySeconds = 0.005;

    /// <summary>Assumed: core seconds of the Functions app for a turn of an orchestration.</summary>
    public const double TurnSeconds = 0.002;

    /// <summary>Assumed: core seconds to accept a create.</summary>
    public const double CreateSeconds = 0.01;

    /// <summary>Assumed: seconds until a customer's endpoint answers.</summary>
    public const double WebhookSeconds = 0.3;

    /// <summary>Creates that an instance takes at a time: HTTP concurrency of a 2,048 MB instance.</summary>
    public const int HttpConcurrency = 16;

    /// <summary>Statements that read before an event is told: the event and the endpoint.</summary>
    public const int WebhookReads = 2;

    /// <summary>Age in seconds from which on clients ask seldomer than every second, and from which on no seldomer.</summary>
    private const double PollSlows = 20;
    private const double PollSlowest = 300;

    /// <summary>
    /// How often a client asks for a video that takes so many seconds, if it heeds <c>openai-poll-after-ms</c>: every second, then after a
    /// twentieth of the video's age, at last every 15 seconds.
    /// </summary>
    public static double Polls(double seconds) =>
        double.Min(seconds, PollSlows)
        + (PollSlows * double.Log(double.Clamp(seconds, PollSlows, PollSlowest) / PollSlows))
        + (double.Max(0, seconds - PollSlowest) * PollSlows / PollSlowest);

    /// <summary>Statements of such a question: whose key it is, and the row.</summary>
    public const int PollStatements = 2;

    /// <summary>Assumed: core seconds of the Functions app for such a question.</summary>
    public const double PollCpuSeconds = 0.005;

    /// <summary>Assumed: seconds from the wish for a Functions instance to its first job.</summary>
    public const double InstanceStart = 10;
}
