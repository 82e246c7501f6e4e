using System.Collections.Frozen;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Collection;

/// <summary>
/// Finds the blobs of a tenant that a row leads to. Every text of every row counts, so that a table that is added leads to its blobs without being named
/// here; a hash that stands somewhere by chance only keeps a blob.
/// </summary>
/// <param name="database">The rows.</param>
/// <param name="blobs">Where requests lie.</param>
public sealed class NeededBlobs(SoraDatabase database, IBlobStore blobs)
{
    /// <summary>Rows that tell what once was, and outlive it.</summary>
    private static readonly FrozenSet<Type> _leadNowhere = new[] { typeof(WatermarkRow), typeof(UsageRow), typeof(AuditRow), typeof(SaleEventRow) }.ToFrozenSet();

    /// <summary>The names of all blobs that rows of a tenant lead to: hashes as the first 128 bits, and the ids of its videos.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<NeededNames> Of(string tenant, CancellationToken cancellation)
    {
        await ReadRequests(tenant, cancellation);
        var names = new NeededNames();
        await database.Database.OpenConnectionAsync(cancellation);
        try
        {
            foreach (var table in database.Model.GetEntityTypes().Where(table => !_leadNowhere.Contains(table.ClrType)))
            {
                if (QuestionOf(table) is { } question)
                {
                    await Read(question, tenant, names, cancellation);
                }
            }
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }

        await foreach (var id in database.Videos.Where(row => row.TenantId == tenant).Select(row => row.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            names.AddVideo(id);
        }

        return names;
    }

    /// <summary>A request names pictures, models, sounds, fonts: written down the first time.</summary>
    private async Task ReadRequests(string tenant, CancellationToken cancellation)
    {
        var unread = await database.Videos.AsNoTracking()
            .Where(video => video.TenantId == tenant
                && !database.VideoTrails.Any(row => row.VideoId == video.Id && row.Step == VideoTrailRow.RequestStep))
            .Select(video => new { video.Id, video.Request })
            .ToListAsync(cancellation);
        foreach (var video in unread)
        {
            var path = System.Text.Json.JsonSerializer.Deserialize(video.Request, PipelineJson.Default.BlobRef)!.Path;
            await using var content = await blobs.Open(path, cancellation);
            var text = content is null ? "" : await new StreamReader(content).ReadToEndAsync(cancellation);
            var (step, names) = (VideoTrailRow.RequestStep, string.Join(' ', BlobNames.In(text).Distinct().Order(StringComparer.Ordinal)));
            await database.Database.ExecuteSqlAsync(
                $"""INSERT INTO "VideoTrails" ("VideoId", "Step", "TenantId", "Names") VALUES ({video.Id}, {step}, {tenant}, {names}) ON CONFLICT DO NOTHING""",
                cancellation);
        }
    }

    private async Task Read(string question, string tenant, NeededNames names, CancellationToken cancellation)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        var whose = command.CreateParameter();
        (whose.ParameterName, whose.Value) = ("@tenant", tenant);
        command.Parameters.Add(whose);
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                if (!await rows.IsDBNullAsync(column, cancellation))
                {
                    names.Add(rows.GetString(column));
                }
            }
        }
    }

    /// <summary>The texts of a tenant's rows; null where rows are of no tenant. A row that says of which video it is, and not whose, is its video's owner's.</summary>
    private static string? QuestionOf(IEntityType table)
    {
        var texts = table.GetProperties().Where(property => property.ClrType == typeof(string) && !property.IsForeignKey()).Select(property => property.GetColumnName()).ToList();
        var whose = texts.Contains("TenantId") ? "\"TenantId\" = @tenant"
            : texts.Contains("VideoId") ? "\"VideoId\" IN (SELECT \"Id\" FROM \"Videos\" WHERE \"TenantId\" = @tenant)"
            : null;
        return whose is null ? null : $"SELECT {string.Join(", ", texts.Select(name => $"\"{name}\""))} FROM \"{table.GetTableName()}\" WHERE {whose}";
    }
}
