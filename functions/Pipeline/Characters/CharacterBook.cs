using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Characters;

/// <summary>
/// Keeps the likenesses of tenants. A worker takes one out of a clip; a person's is kept only with the record of his consent. The clip
/// itself is not kept.
/// </summary>
/// <param name="database">Where they are.</param>
/// <param name="blobs">Where their pictures lie.</param>
/// <param name="jobs">Takes likenesses.</param>
/// <param name="moderation">Says whether name and picture may be shown.</param>
/// <param name="time">The clock.</param>
public sealed class CharacterBook(SoraDatabase database, IBlobStore blobs, WorkerJobs jobs, TenantModeration moderation, TimeProvider time)
{
    private const string Video = "video";

    /// <summary>Keeps a likeness. Asking again with the same id changes nothing.</summary>
    /// <param name="wish">What is asked for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">The clip can't be read, name or picture may not be shown, or a person's consent is missing.</exception>
    /// <exception cref="IOException">No worker can take it now.</exception>
    public async Task<CharacterRow> Make(NewCharacter wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (await database.Characters.FindAsync([wish.Id], cancellation) is { } known)
        {
            return known;
        }

        var home = new TenantBlobs(blobs, wish.Tenant);
        var (facts, picture) = await Taken(wish, home, cancellation);
        var row = new CharacterRow
        {
            Id = wish.Id,
            TenantId = wish.Tenant,
            Name = wish.Name,
            CreatedAt = time.GetUtcNow(),
            Person = IsPerson(wish, facts),
            Consent = wish.Consent,
            Picture = JsonSerializer.Serialize(picture, PipelineJson.Default.Picture),
        };
        var (verdict, limits) = await Judged(wish, picture, home, cancellation);
        if (!verdict.Allowed)
        {
            throw new RequestException(new RequestError(null, Refusal.Message(verdict, limits), "moderation_blocked"));
        }

        database.Characters.Add(row);
        await database.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>A character of a tenant; null when it has none of that id.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<CharacterRow?> Find(string tenant, string id, CancellationToken cancellation) =>
        database.Characters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.TenantId == tenant, cancellation);

    /// <summary>The characters of a tenant, the newest first.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<List<CharacterRow>> List(string tenant, CancellationToken cancellation) => database.Characters.AsNoTracking()
        .Where(row => row.TenantId == tenant).OrderByDescending(row => row.Id).ToListAsync(cancellation);

    /// <summary>Forgets a character, as when a person takes his consent back. Videos that were made with it are deleted by their own ids.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when there is none.</returns>
    public async Task<bool> Remove(string tenant, string id, CancellationToken cancellation) =>
        await database.Characters.Where(row => row.Id == id && row.TenantId == tenant).ExecuteDeleteAsync(cancellation) > 0;

    /// <summary>The character as an order names it.</summary>
    /// <param name="row">Which.</param>
    public static Character Of(CharacterRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Id, row.Name, JsonSerializer.Deserialize(row.Picture, PipelineJson.Default.Picture)!, row.Person);
    }

    private async Task<(LikenessFacts Facts, Picture Picture)> Taken(NewCharacter wish, TenantBlobs home, CancellationToken cancellation)
    {
        try
        {
            var clip = await home.Put(wish.Clip, "video/mp4", cancellation);
            var made = await jobs.Do(wish.Tenant, "Likeness/1", new LikenessJob(new LikenessOrder(clip.Sha256)), _ => Task.CompletedTask, cancellation);
            var facts = await home.GetJson(made.Files[OutputNames.LikenessFacts], ContractJson.Default.LikenessFacts, cancellation);
            return (facts, new Picture(made.Files[OutputNames.Likeness], facts.Width, facts.Height));
        }
        catch (FinalException unreadable) when (unreadable.Code == "bad_asset")
        {
            throw new RequestException(new RequestError(Video, $"{Video} must be an MP4 file of at most {LikenessOrder.MostSeconds} seconds: {unreadable.Message}.", "invalid_video"));
        }
        catch (FinalException refused)
        {
            throw new IOException(refused.Message, refused);
        }
        catch (Exception unreachable) when (unreachable is WorkerException or HttpRequestException)
        {
            throw new IOException("No worker could be reached that takes the likeness.", unreachable);
        }
    }

    private async Task<(ModerationVerdict Verdict, ModerationLimits Limits)> Judged(NewCharacter wish, Picture picture, TenantBlobs home, CancellationToken cancellation)
    {
        try
        {
            var judge = await moderation.Of(wish.Tenant, cancellation);
            return (await judge.Ask(moderator => moderator.Judge(
                [new ModeratedText("name", wish.Name)],
                [new ModeratedPicture(Video, picture.Blob.MediaType, stop => home.Open(picture.Blob, stop))],
                cancellation)), judge.Terms.Limits);
        }
        catch (ModeratorDownException down)
        {
            throw new IOException(down.Message, down);
        }
    }

    private static bool IsPerson(NewCharacter wish, LikenessFacts facts)
    {
        if (facts.Faces is null && wish.Person is null)
        {
            throw new RequestException(new RequestError(
                "person", "person must say whether the clip shows a person, true or false: this deployment has nothing that could look for faces.", "missing_required_parameter"));
        }

        // Who says that it is none is not believed against what is seen.
        var person = wish.Person is true || facts.Faces > 0;
        return !person || wish.Consent is not null ? person : throw new RequestException(new RequestError(
            "consent", "consent must say how the person who is shown agreed to it: who, when, and where the record lies. A face was found, or person is true.", "consent_required"));
    }
}
