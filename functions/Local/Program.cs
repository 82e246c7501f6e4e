using System.CommandLine;
using SoraFunctions.Local.Commands;
using SoraFunctions.Local.Durable;

var sora = new RootCommand("SoraFunctions on one machine: a prompt or a product goes in, a finished, signed, shoppable video comes out.")
{
    RenderCommand.Create(),
    GalleryCommand.Create(),
    ServeCommand.Create(),
    VerifyCommand.Create(),
    DoctorCommand.Create(),
};
try
{
    return await sora.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is DataFolderInUseException or IOException or UnauthorizedAccessException or HttpRequestException or InvalidDataException)
{
    await Console.Error.WriteLineAsync($"sora: {error.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
