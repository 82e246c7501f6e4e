namespace SoraFunctions.Pipeline.Stamping;

/// <summary>Files that are gone when they are closed.</summary>
internal static class ScratchFile
{
    /// <summary>A new empty one.</summary>
    public static FileStream Open() => new(
        Path.GetTempFileName(),
        new FileStreamOptions
        {
            Access = FileAccess.ReadWrite,
            Mode = FileMode.Open,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
}
