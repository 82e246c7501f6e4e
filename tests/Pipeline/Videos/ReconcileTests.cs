using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Quotas;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Tests.Videos;

public sealed class ReconcileTests : IDisposable
{
    private readonly FileDatabase _database = new();
    private readonly ListedOrchestrations _orchestrations = new();
    private readonly SetClock _clock = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task An_accepted_video_without_an_orchestration_gets_one()
    {
        _database.Add(FileDatabase.Row("video_1", VideoStatus.Queued, _clock.Now));

        await Reconcile();

        Assert.Equal(["start video_1"], _orchestrations.Calls);
    }

    [Fact]
    public async Task A_video_whose_orchestration_broke_is_begun_anew()
    {
        _database.Add(FileDatabase.Row("video_1", VideoStatus.InProgress, _clock.Now - TimeSpan.FromHours(2)));
        _orchestrations.Add("video_1", InstanceState.Failed, "replay");
        _orchestrations.Add(RenditionOrchestration.InstanceOf("video_1", "tiktok"), InstanceState.Running);

        await Reconcile();

        Assert.Equal(["cancel video_1.tiktok", "purge video_1", "start video_1"], _orchestrations.Calls);
    }

    [Fact]
    public async Task A_video_whose_orchestration_still_breaks_after_a_day_has_failed_with_its_reason_and_endpoints_are_told()
    {
        _database.Add(FileDatabase.Row("video_1", VideoStatus.InProgress, _clock.Now - TimeSpan.FromHours(25)));
        _orchestrations.Add("video_1", InstanceState.Failed, "replay");

        await Reconcile();

        var row = _database.Video("video_1");
        Assert.Equal((VideoStatus.Failed, "server_error", "replay"), (row.Status, row.ErrorCode, row.ErrorMessage));
        Assert.Equal([$"start {CancellationOrchestration.InstanceOf("video_1")}"], _orchestrations.Calls);
    }

    [Theory]
    [InlineData(InstanceState.Running)]
    [InlineData(InstanceState.Suspended)]
    public async Task A_video_that_is_being_made_or_held_is_left_alone(InstanceState state)
    {
        _database.Add(FileDatabase.Row("video_1", VideoStatus.InProgress, _clock.Now));
        _orchestrations.Add("video_1", state);

        await Reconcile();

        Assert.Empty(_orchestrations.Calls);
    }

    [Fact]
    public async Task Every_unfinished_video_is_looked_at_and_no_finished_one()
    {
        _database.Add([.. Enumerable.Range(0, 1203).Select(i => FileDatabase.Row($"video_{i:0000}", VideoStatus.Queued, _clock.Now))]);
        _database.Add(
            FileDatabase.Row("video_done", VideoStatus.Completed, _clock.Now), FileDatabase.Row("video_lost", VideoStatus.Failed, _clock.Now));

        await Reconcile();

        Assert.Equal(Enumerable.Range(0, 1203).Select(i => $"start video_{i:0000}"), _orchestrations.Calls);
    }

    private async Task Reconcile()
    {
        await using var database = _database.Open();
        await new VideoIntake(database, new MemoryBlobs(), _orchestrations, new VideoControl(database, _orchestrations, _clock), new LabelDuty(database, new AuditLog(database, _clock), _clock), Payments.NoPayments.Of(database),
            new UsageEstimates(database, new RemoteDirectory(database, RemoteOptions.None), PriceTable.Free, _clock),
            new QuotaGate(database, new UsageBook(database), new TenantDesk(database), _clock), new TenantDesk(database), _clock).Reconcile(CancellationToken.None);
    }
}
