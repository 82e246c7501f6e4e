using System.CommandLine;
using SoraFunctions.Local.Commands;

return await new RootCommand("SoraFunctions on one machine: a prompt or a product goes in, a finished, signed, shoppable video comes out.")
{
    RenderCommand.Create(),
    ServeCommand.Create(),
    VerifyCommand.Create(),
    DoctorCommand.Create(),
}.Parse(args).InvokeAsync();
