using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Api.Verify;

/// <summary>
/// Gives manifests back to copies that lost them: the queries of C2PA's Soft Binding Resolution API, in its names. A manifest is shown to
/// whom its video belongs, to the operator, and to everybody where the deployment opened its manifests.
/// </summary>
internal static class RecoveryRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var open = new NeedsKey(OrOpen: true);
        app.MapGet("/v1/matches/byBinding", ByBinding).WithMetadata(open).Needs(Scopes.Viewing);
        app.MapPost("/v1/matches/byContent", ByContent).WithMetadata(open).Needs(Scopes.Viewing);
        app.MapGet("/v1/manifests/{id}", Manifest).WithMetadata(open).Needs(Scopes.Viewing);
        app.MapGet("/v1/services/supportedAlgorithms", Algorithms).WithMetadata(open).Needs(Scopes.Viewing);
    }

    private static IResult Algorithms(HttpContext http, ApiOptions options)
    {
        http.Viewer(options);
        return TypedResults.Json(
            new SupportedAlgorithms([new SupportedAlgorithm(Watermarking.Algorithm)], [new SupportedAlgorithm(Fingerprint.Algorithm)]), RecoveryJson.Default.SupportedAlgorithms);
    }

    private static async Task<IResult> ByBinding(
        HttpContext http, ManifestRepository manifests, ApiOptions options, CancellationToken cancellation)
    {
        var viewer = http.Viewer(options);
        var algorithm = http.Request.Query["alg"].ToString();
        if (algorithm is not (Watermarking.Algorithm or Fingerprint.Algorithm))
        {
            throw Refusals.Invalid("alg", $"alg must be one of: {Watermarking.Algorithm}, {Fingerprint.Algorithm}.");
        }

        // In an address '+' reads as a space.
        var text = http.Request.Query["value"].ToString().Replace(' ', '+');
        var value = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, value, out var length) || !HasLengthOf(algorithm, length))
        {
            throw Refusals.Invalid(
                "value", $"value must be the value of the soft binding in base64: 6 bytes of a mark, or {Descriptor.Bytes} bytes for each quarter of a second of a fingerprint.");
        }

        var found = await manifests.ByBinding(algorithm, value.AsMemory(0, length), cancellation);
        return Answer(found.Where(row => MaySee(viewer, row, options)).Select(row => row.Label));
    }

    private static bool HasLengthOf(string algorithm, int bytes) =>
        algorithm == Watermarking.Algorithm ? bytes == 6 : bytes > 0 && bytes % Descriptor.Bytes == 0;

    private static async Task<IResult> ByContent(
        HttpContext http, UploadReader uploads, VerifyLimiter limiter, VerificationDesk desk, ApiOptions options, CancellationToken cancellation)
    {
        var viewer = http.Viewer(options);
        using var turn = await limiter.Enter(http, cancellation);
        await using var upload = await uploads.Read(http.Request, cancellation);
        var found = await desk.Verify(upload.File, cancellation);
        return Answer(found.Matches.Where(match => options.OpenManifests || viewer.MaySee(match.Tenant)).Select(match => match.ManifestId).OfType<string>());
    }

    private static async Task<IResult> Manifest(
        string id, HttpContext http, ManifestRepository manifests, ApiOptions options, CancellationToken cancellation)
    {
        var viewer = http.Viewer(options);
        var row = await manifests.Find(id, cancellation);
        var store = row is not null && MaySee(viewer, row, options) ? await manifests.Open(row, cancellation) : null;
        return store is not null
            ? TypedResults.Stream(store, ManifestRepository.MediaType)
            : throw Refusals.NotFound("id", "There is no such manifest.", "manifest_not_found");
    }

    private static bool MaySee(Viewer viewer, ManifestRow row, ApiOptions options) => options.OpenManifests || viewer.MaySee(row.TenantId);

    private static IResult Answer(IEnumerable<string> labels) => TypedResults.Json(
        new BindingMatches([.. labels.Distinct().Select(label => new BindingMatch(label))]), RecoveryJson.Default.BindingMatches);
}
