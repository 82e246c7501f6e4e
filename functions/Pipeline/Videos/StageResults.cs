using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Pipeline.Collection;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>
/// Makes a stage idempotent by content: its result is written once under the hash of its canonical order and its version, and asking
/// again gives that result.
/// </summary>
/// <param name="store">Where results lie.</param>
/// <param name="trail">Where it is written down which results a video was made with; null where nobody collects the others.</param>
public sealed class StageResults(IBlobStore store, VideoTrail? trail = null)
{
    /// <summary>The stored result of an order, or the result of doing it now.</summary>
    /// <param name="step">Whose, and what.</param>
    /// <param name="version">Name and version of the code, and of whatever else decides the result.</param>
    /// <param name="orderType">How the order is written.</param>
    /// <param name="resultType">How the result is written.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<TResult> Once<TOrder, TResult>(
        Step<TOrder> step,
        string version,
        JsonTypeInfo<TOrder> orderType,
        JsonTypeInfo<TResult> resultType,
        Func<Task<TResult>> work,
        CancellationToken cancellation)
    {
        var path = PathOf(step.Tenant, version, step.Order, orderType);
        trail?.Note(path);
        if (await Known(step.Tenant, path, cancellation) is { } known)
        {
            return JsonSerializer.Deserialize(known, resultType)!;
        }

        var result = await work();
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(result, resultType), writable: false);
        return await store.PutIfAbsent(path, content, "application/json", cancellation)
            ? result
            : await Read(path, resultType, cancellation) ?? result;
    }

    /// <summary>The stored result of an order; null when there is none.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="version">As for <see cref="Once"/>.</param>
    /// <param name="order">What was to be done.</param>
    /// <param name="orderType">How the order is written.</param>
    /// <param name="resultType">How the result is written.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<TResult?> Find<TOrder, TResult>(
        string tenant, string version, TOrder order, JsonTypeInfo<TOrder> orderType, JsonTypeInfo<TResult> resultType, CancellationToken cancellation) =>
        Read(PathOf(tenant, version, order, orderType), resultType, cancellation);

    /// <summary>SHA-256 over version and order as 64 lower-case hex digits.</summary>
    /// <param name="version">Name and version of the code.</param>
    /// <param name="order">The order.</param>
    /// <param name="type">How the order is written: source-generated, so that its fields have one order.</param>
    public static string KeyOf<TOrder>(string version, TOrder order, JsonTypeInfo<TOrder> type) =>
        Convert.ToHexStringLower(SHA256.HashData(
            [.. System.Text.Encoding.UTF8.GetBytes(version), 0, .. JsonSerializer.SerializeToUtf8Bytes(order, type)]));

    /// <summary>
    /// The stored result, with all that it leads to used now. One that leads to a blob that is gone, as after its last video was deleted, is
    /// forgotten: the stage is done again.
    /// </summary>
    private async Task<string?> Known(string tenant, string path, CancellationToken cancellation)
    {
        if (!await store.Refresh(path, cancellation) || await Text(path, cancellation) is not { } text)
        {
            return null;
        }

        var home = new TenantBlobs(store, tenant);
        foreach (var made in BlobNames.PathsIn(text, home))
        {
            if (!await store.Refresh(made, cancellation))
            {
                await store.Delete(path, cancellation);
                return null;
            }
        }

        return text;
    }

    private async Task<string?> Text(string path, CancellationToken cancellation)
    {
        await using var content = await store.Open(path, cancellation);
        return content is null ? null : await new StreamReader(content).ReadToEndAsync(cancellation);
    }

    private static string PathOf<TOrder>(string tenant, string version, TOrder order, JsonTypeInfo<TOrder> type) =>
        $"tenants/{tenant}/results/{KeyOf(version, order, type)}.json";

    private async Task<TResult?> Read<TResult>(
        string path, JsonTypeInfo<TResult> type, CancellationToken cancellation)
    {
        await using var content = await store.Open(path, cancellation);
        return content is null ? default : await JsonSerializer.DeserializeAsync(content, type, cancellation);
    }
}
