using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.ProductModels;

/// <summary>Takes 3-D models in: gets and checks first, stores after, as with pictures.</summary>
/// <param name="fetcher">How they are got.</param>
public sealed class ModelDesk(FileFetcher fetcher)
{
    private static readonly WantedFile _model = new(
        "3-D model",
        ModelLimits.LargestLength,
        ModelLimits.Accepted,
        "data:model/gltf-binary;base64,Z2xURg…",
        RequestErrorCodes.InvalidModel,
        RequestErrorCodes.UnreachableModel);

    /// <summary>Checks bytes that came with the request.</summary>
    /// <param name="field">The field that holds them.</param>
    /// <param name="bytes">All of the file.</param>
    /// <exception cref="RequestException">They are no model that is taken.</exception>
    public static CheckedModel Check(string field, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new CheckedModel(bytes, GltfBinary.Read(bytes));
        }
        catch (InvalidDataException fault)
        {
            throw new RequestException(new RequestError(
                field, $"{field} {fault.Message}; accepted is {ModelLimits.Accepted}.", RequestErrorCodes.InvalidModel));
        }
    }

    /// <summary>Gets and checks a model.</summary>
    /// <param name="field">The field that names it.</param>
    /// <param name="source">See <see cref="FileFetcher.Fetch"/>.</param>
    /// <param name="baseFolder">See <see cref="FileFetcher.Fetch"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is none to be had, or it is not taken.</exception>
    public async Task<CheckedModel> Get(string field, string source, string? baseFolder, CancellationToken cancellation) =>
        Check(field, await fetcher.Fetch(field, source, _model, baseFolder, cancellation));

    /// <summary>Stores a model.</summary>
    /// <param name="model">A checked one.</param>
    /// <param name="blobs">Whose.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public static async Task<ProductModel> Store(CheckedModel model, TenantBlobs blobs, CancellationToken cancellation)
    {
        return new ProductModel(await blobs.Put(model.Bytes, ModelLimits.MediaType, cancellation), model.Pictures);
    }
}
