using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Jobs;

/// <summary>
/// Jobs in the store. An unfinished one is <c>open/KEY</c>; its end is <c>done/KEY</c>, put once, after which the former goes. So
/// a job is open, done, or for a moment both, and never neither.
/// </summary>
internal sealed class JobRecords(IStore store)
{
    /// <summary>The unfinished jobs' names and tags.</summary>
    public async Task<IReadOnlyList<(string Key, string Tag)>> List(CancellationToken cancellation) =>
        [.. (await store.List("open", cancellation)).Select(name => (name.Name["open/".Length..], name.Tag))];

    /// <summary>An unfinished job; the ticket is null when this version can't read it, the tag when there is no such job.</summary>
    public async Task<(JobTicket? Ticket, string? Tag)> Read(string key, CancellationToken cancellation)
    {
        var record = await store.Read(Open(key), cancellation);
        return (Parse<JobTicket>(record), record?.Tag);
    }

    /// <summary>Keeps a new job; null when one is open by that key.</summary>
    public Task<string?> Add(JobTicket ticket, CancellationToken cancellation) => Replace(ticket, null, cancellation);

    /// <summary>Changes an unfinished job; null when somebody else did or it is finished.</summary>
    public Task<string?> Replace(JobTicket ticket, string? expected, CancellationToken cancellation) =>
        store.Write(Open(ticket.Key), Json(ticket), expected, cancellation);

    /// <summary>The end of a job; null when there is none. One that this version can't read goes.</summary>
    public async Task<RenderStatus?> End(string key, CancellationToken cancellation)
    {
        var record = await store.Read(Done(key), cancellation);
        var end = Parse<RenderStatus>(record);
        if (record is not null && end is null)
        {
            await store.Delete(Done(key), record.Tag, cancellation);
        }

        return end;
    }

    /// <summary>Puts the end of a job, once: the end that now stands there, and whether it is this one.</summary>
    public async Task<(RenderStatus Stands, bool First)> Finish(RenderStatus end, CancellationToken cancellation)
    {
        var first = await store.Write(Done(end.Key), Json(end), null, cancellation) is not null;
        var stands = first ? end : await End(end.Key, cancellation) ?? end;
        await Close(end.Key, cancellation);
        return (stands, first);
    }

    /// <summary>Drops a job that is finished from those that are not.</summary>
    public async Task Close(string key, CancellationToken cancellation)
    {
        await store.Delete(Open(key), null, cancellation);
        await store.Delete(Preview(key), null, cancellation);
    }

    /// <summary>Drops the end of a job, so that it may be asked for anew.</summary>
    public Task Forget(string key, CancellationToken cancellation) => store.Delete(Done(key), null, cancellation);

    /// <summary>Keeps the evidence of a job on which workers died.</summary>
    public Task SetAside(Quarantine evidence, CancellationToken cancellation) =>
        store.Write($"quarantine/{evidence.Ticket.Key}", Json(evidence), null, cancellation);

    /// <summary>Keeps a job's newest preview for the other replicas.</summary>
    public async Task ShowPreview(string key, byte[] picture, CancellationToken cancellation)
    {
        var shown = await store.Read(Preview(key), cancellation);
        await store.Write(Preview(key), picture, shown?.Tag, cancellation);
    }

    /// <summary>A job's newest preview; null when there is none.</summary>
    public async Task<byte[]?> ReadPreview(string key, CancellationToken cancellation) =>
        (await store.Read(Preview(key), cancellation))?.Content;

    private static string Open(string key) => $"open/{key}";

    private static string Preview(string key) => $"preview/{key}";

    // Ends stay for long: folders of 256 keep each small.
    private static string Done(string key) => $"done/{key[..Math.Min(2, key.Length)]}/{key}";

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, ContractJson.Default.Options);

    private static T? Parse<T>(StoredRecord? record)
        where T : class
    {
        try
        {
            return record is null ? null : JsonSerializer.Deserialize<T>(record.Content, ContractJson.Default.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
