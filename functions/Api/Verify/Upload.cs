namespace SoraFunctions.Api.Verify;

/// <summary>A file of a caller, on this machine's disk for as long as it is looked at.</summary>
/// <param name="file">Where it is.</param>
internal sealed class Upload(FileInfo file) : IAsyncDisposable
{
    public FileInfo File => file;

    public ValueTask DisposeAsync()
    {
        file.Delete();
        return ValueTask.CompletedTask;
    }
}
