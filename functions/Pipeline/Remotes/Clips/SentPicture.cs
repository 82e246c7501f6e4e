using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>Chooses the picture that a remote is sent of a shot with a product, and says what becomes of the product.</summary>
/// <param name="jobs">Stages first frames.</param>
/// <param name="worker">Where they are staged.</param>
/// <param name="blobs">Where pictures lie.</param>
internal sealed class SentPicture(WorkerJobs jobs, IWorker worker, IBlobStore blobs)
{
    /// <summary>The picture; null for none.</summary>
    public async Task<byte[]?> Of(string tenant, ShotOrder order, RemoteShape shape, RemotePicture wanted, CancellationToken cancellation) => (wanted, Own(order)) switch
    {
        (RemotePicture.None, _) or (_, null) => null,
        (RemotePicture.Product, { Picture: { } picture }) => await new TenantBlobs(blobs, tenant).Read(picture, cancellation),
        _ => await new FirstFrame(jobs, worker, blobs).Of(tenant, order, shape.Size, cancellation),
    };

    /// <summary>What the caller should know of his product in the clip; null when the clip shows none.</summary>
    public static string? Warning(ShotOrder order, RemoteServer server) => Own(order) is not { } own ? null
        : server.Terms.Picture == RemotePicture.None
            ? $"'{server.Name}' drew '{own.Name}' from words alone: it does not look like the real one."
            : $"'{server.Name}' drew '{own.Name}' anew from a picture of it: its label and details may differ from the real ones.";

    private static Subject? Own(ShotOrder order) => order.Bare ? null : order.Cast.FirstOrDefault(subject => subject.IsOwn);
}
