using Polly;
using Polly.Retry;
using SoraFunctions.Service.Telemetry;

namespace SoraFunctions.Service.Stores;

/// <summary>A store whose short failures are bridged: each call is tried a few times within about three seconds.</summary>
/// <param name="store">What may fail.</param>
/// <param name="time">The clock between tries.</param>
internal sealed class SteadyStore(IStore store, TimeProvider time) : IStore
{
    private readonly ResiliencePipeline _again = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>(),
            OnRetry = _ =>
            {
                DeskMeter.StoreErrors.Add(1);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    /// <inheritdoc/>
    public Task<StoredRecord?> Read(string name, CancellationToken cancellation) => Try(token => store.Read(name, token), cancellation);

    /// <inheritdoc/>
    /// <remarks>A write whose answer was lost is told from one that another made before it by what then stands there.</remarks>
    public async Task<string?> Write(string name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation)
    {
        var tries = 0;
        var tag = await Try(
            token =>
            {
                tries++;
                return store.Write(name, content, expected, token);
            },
            cancellation);
        return tag is null && tries > 1 && await Read(name, cancellation) is { } there && content.Span.SequenceEqual(there.Content)
            ? there.Tag
            : tag;
    }

    /// <inheritdoc/>
    public Task Delete(string name, string? expected, CancellationToken cancellation) => Try(
        async token =>
        {
            await store.Delete(name, expected, token);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredName>> List(string folder, CancellationToken cancellation) =>
        Try(token => store.List(folder, token), cancellation);

    /// <inheritdoc/>
    public Task<bool> HasAsset(string sha256, CancellationToken cancellation) => Try(token => store.HasAsset(sha256, token), cancellation);

    /// <inheritdoc/>
    public Task PutAsset(string sha256, string path, CancellationToken cancellation) => Try(
        async token =>
        {
            await store.PutAsset(sha256, path, token);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<Stream?> OpenAsset(string sha256, CancellationToken cancellation) => Try(token => store.OpenAsset(sha256, token), cancellation);

    /// <inheritdoc/>
    public Task DeleteAsset(string sha256, CancellationToken cancellation) => Try(
        async token =>
        {
            await store.DeleteAsset(sha256, token);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<StoredFile?> OpenFile(string path, long from, CancellationToken cancellation) =>
        Try(token => store.OpenFile(path, from, token), cancellation);

    private async Task<T> Try<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await _again.ExecuteAsync(async token => await call(token), cancellation);
        }
        catch (StoreUnavailableException)
        {
            DeskMeter.StoreErrors.Add(1);
            throw;
        }
    }
}
