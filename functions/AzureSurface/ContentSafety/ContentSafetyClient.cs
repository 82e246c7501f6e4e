using Azure.Core;

namespace Azure.AI.ContentSafety;

public class ContentSafetyClient
{
    public ContentSafetyClient(Uri endpoint, TokenCredential credential)
    {
    }

    protected ContentSafetyClient()
    {
    }

    public virtual Task<Response<AnalyzeTextResult>> AnalyzeTextAsync(
        AnalyzeTextOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException("declaration only");

    public virtual Task<Response<AnalyzeImageResult>> AnalyzeImageAsync(
        AnalyzeImageOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException("declaration only");
}
