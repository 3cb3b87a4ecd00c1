package io.github.teapeer.bundler.teavm;

import org.teavm.classlib.impl.JCLPlugin;
import org.teavm.vm.spi.After;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Makes TeaVM leave out of peer.js what nothing in it needs. Found by the service loader. */
@After(JCLPlugin.class)
public final class SlimRuntimePlugin implements TeaVMPlugin {
  @Override
  public void install(TeaVMHost host) {
    host.add(new SlimClassLibrary());
    host.add(new SlimEnums());
    host.add(NativeConcatenation.BOOTSTRAP, new NativeConcatenation());
  }
}
