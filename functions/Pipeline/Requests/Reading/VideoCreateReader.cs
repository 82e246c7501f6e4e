using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>Reads <c>POST /v1/videos</c>.</summary>
/// <param name="pictures">How pictures are taken in.</param>
public sealed class VideoCreateReader(PictureDesk pictures)
{
    private const string Reference = "input_reference";
    private static readonly FrameSize _size = new(720, 1280);

    /// <summary>Reads, checks and normalises; stores the picture once all is well.</summary>
    /// <param name="body">What was sent.</param>
    /// <param name="blobs">Whose.</param>
    /// <param name="engines">Those that may be named.</param>
    /// <param name="characters">Those that may be named.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be taken as it is; nothing was stored.</exception>
    public async Task<ReadOrder> Read(WireBody body, TenantBlobs blobs, EngineList engines, CharacterLookup characters, CancellationToken cancellation)
    {
        WireFiles.Expect(body, Reference);
        var wire = StrictJson.Read<VideoCreate>(body);
        var model = wire.Model ?? ModelNames.Default;
        var request = Check(wire, model, engines, body.Files.ContainsKey(Reference));
        if (wire.Characters is { Count: > 0 } named)
        {
            request = request with { Characters = await Cast(named, wire.Prompt, characters, cancellation) };
        }

        var picture = body.Files.TryGetValue(Reference, out var file) ? PictureDesk.Check(Reference, file)
            : wire.InputReference?.ImageUrl is { } source ? await pictures.Get($"{Reference}.image_url", source, null, cancellation)
            : null;
        if (picture is not null)
        {
            request = request with { Pictures = [await PictureDesk.Store(picture, blobs, cancellation)] };
        }

        return new ReadOrder(request with { Seed = ContentSeed.Of(request) }, model, new Dictionary<string, string>());
    }

    private static VideoRequest Check(VideoCreate wire, string model, EngineList engines, bool hasFile)
    {
        var faults = new RequestFaults();
        faults.Text("prompt", wire.Prompt, 1, RequestFaults.LongestPrompt);
        var engine = ModelNames.EngineOf(model, engines);
        if (engine is null)
        {
            faults.Add("model", $"There is no model '{model}'. Accepted: {string.Join(", ", ModelNames.Aliases.Concat(engines.Names))}.", "model_not_found");
        }

        if (wire.InputReference is { } reference)
        {
            CheckReference(reference, hasFile, faults);
        }

        if (wire.Characters is { Count: > NamedCast.Most })
        {
            faults.Add("characters", $"characters must be at most {NamedCast.Most}; there are {wire.Characters.Count}.");
        }

        var seconds = faults.Seconds("seconds", wire.Seconds?.Value, 4);
        var size = faults.Size("size", wire.Size);
        faults.ThrowIfAny();
        return new VideoRequest { Prompt = wire.Prompt, Seconds = seconds, Size = size ?? _size, Engine = engine!, Quality = wire.Quality ?? default };
    }

    private static async Task<IReadOnlyList<Character>> Cast(
        IReadOnlyList<IdReference> named, string prompt, CharacterLookup characters, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var cast = new List<Character>();
        foreach (var (i, reference) in named.Index())
        {
            var field = $"characters[{i}].id";
            if (await characters(reference.Id, cancellation) is not { } character)
            {
                faults.Add(field, $"There is no character '{reference.Id}'.", "character_not_found");
            }
            else if (cast.Any(other => other.Id == character.Id || other.Name == character.Name))
            {
                faults.Add(field, $"{field} must be another character than the others, with a name of its own.");
            }
            else if (!NamedCast.Names(prompt, character.Name))
            {
                faults.Add(field, $"The prompt must name the character as it is called: '{character.Name}'.");
            }
            else
            {
                cast.Add(character);
            }
        }

        faults.ThrowIfAny();
        return cast;
    }

    private static void CheckReference(ImageReference reference, bool hasFile, RequestFaults faults)
    {
        if (reference.FileId is not null)
        {
            faults.Add($"{Reference}.file_id", $"{Reference}.file_id can't be used: this server keeps no uploaded files. Send the picture as a file or as image_url.");
        }
        else if (reference.ImageUrl is null || hasFile)
        {
            faults.Add(Reference, $"{Reference} must be exactly one of a file, or an object with image_url.");
        }
        else
        {
            faults.Text($"{Reference}.image_url", reference.ImageUrl, 1, 20_971_520);
        }
    }
}
