using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Jobs;

/// <summary>
/// This replica's hold on a job: a beat now and then that shows others that it lives, and by which it learns that the job was given up
/// or taken from it. While the store is out of reach it is held on to.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    /// <summary>A preview above this stays where it is.</summary>
    private const long MostPreview = 1 << 20;

    private readonly OpenJob _job;
    private readonly JobRecords _records;
    private readonly bool _shared;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _beating;
    private DateTime _shown;

    /// <summary>Begins to beat for a job that this replica has just taken.</summary>
    public Lease(OpenJob job, JobRecords records, bool shared, TimeSpan interval, TimeProvider time)
    {
        (_job, _records, _shared) = (job, records, shared);
        _beating = Beat(interval, time);
    }

    /// <summary>Fires when another replica has the job, or it is finished.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Stops beating; may be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _beating;
    }

    private async Task Beat(TimeSpan interval, TimeProvider time)
    {
        while (true)
        {
            await Task.Delay(interval, time, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_over.IsCancellationRequested || _lost.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await Show();
                await ShowPreview();
            }
            catch (IOException)
            {
                // Out of reach or full: whether the lease still holds shows at a later beat, and the end is put but once.
            }
            catch (OperationCanceledException) when (_over.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Show()
    {
        var next = _job.Ticket.Beating(_job.Status.Progress);
        if (await _records.Replace(next, _job.Tag, _over.Token) is { } tag)
        {
            _job.Update(next, tag);
            return;
        }

        var (found, foundTag) = await _records.Read(_job.Key, _over.Token);
        if (found is null || found.Owner != _job.Ticket.Owner || found.Asking != _job.Ticket.Asking)
        {
            await _lost.CancelAsync();
            return;
        }

        _job.Update(found, foundTag!);
        if (found.Cancelled)
        {
            _job.Cancel();
        }
    }

    private async Task ShowPreview()
    {
        if (!_shared || _job.Place is not { } place)
        {
            return;
        }

        var file = new FileInfo(Path.Combine(place, OutputNames.Preview));
        if (file.Exists && file.Length <= MostPreview && file.LastWriteTimeUtc > _shown)
        {
            _shown = file.LastWriteTimeUtc;
            await _records.ShowPreview(_job.Key, await File.ReadAllBytesAsync(file.FullName, _over.Token), _over.Token);
        }
    }
}
